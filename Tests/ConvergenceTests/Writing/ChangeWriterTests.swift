import IdentityModel
import Reconciliation
import Testing
import Texts

@testable import Convergence

struct ChangeWriterTests {
  /// Carries one step out and says what came of it.
  private func outcome(
    of step: ResolvedStep,
    on backend: InMemoryBackend,
    live: LiveState = LiveState()
  ) async -> String {
    do throws(StepFailure) {
      let result = try await ChangeWriter(backend: backend, live: live).carryOut(step)
      guard result.id != nil else { return result.isAdopted ? "done already" : "done" }
      return result.isAdopted ? "adopted" : "made"
    } catch {
      return error.word
    }
  }

  static let novaEndpoint = EndpointWrite(.make(.nova), serviceID: "service-nova")

  static let named: [any ResourceDraft] = [
    Role(name: "admin"), Tenant(name: "admin"), UserWrite(user: User(name: "admin")),
  ]

  @Test("a name that is taken is adopted", arguments: named)
  func adopts(_ creation: any ResourceDraft) async throws {
    let backend = InMemoryBackend(InMemoryKeystone(.made()))
    let result = try await ChangeWriter(backend: backend, live: LiveState())
      .create(creation, replaces: false)
    #expect(result.id?.hasSuffix("-admin") == true)
    #expect(result.isAdopted)
    #expect(await backend.writes.count == 1)
  }

  @Test("a name that only something else has is said to be taken", arguments: named)
  func nameTaken(_ creation: any ResourceDraft) async {
    var tables = KeystoneTables()
    tables.add(roles: "Admin")
    tables.add(Tenant(name: "Admin"))
    tables.add(User(name: "Admin"))
    let collation = Fault(.refuse(.keystone(409)), where: \.isWrite)
    let backend = InMemoryBackend(InMemoryKeystone(tables), faults: [collation])
    #expect(await outcome(of: .create(creation), on: backend) == "name taken by Admin")
  }

  static let all: [any ResourceDraft] =
    named + [Service.make(.nova), novaEndpoint]

  @Test("what is there although its answer was lost is adopted, not made again", arguments: all)
  func lostAnswer(_ creation: any ResourceDraft) async {
    var tables = KeystoneTables()
    tables.add(.make(.nova))
    let before = LiveState.catalog(of: tables)
    let fault = Fault(.loseAnswer(.transport(.connectionLost)), where: \.isWrite)
    let backend = InMemoryBackend(InMemoryKeystone(tables), faults: [fault])
    let outcome = await outcome(of: .create(creation), on: backend, live: before)
    #expect(outcome == "adopted")
    #expect(await backend.writes.count == 1)
  }

  @Test("what is not there is not known to be lost, and not made again", arguments: all)
  func lostRequest(_ creation: any ResourceDraft) async {
    // The rows that were there before are not taken for the new one.
    let tables = KeystoneTables.made()
    let before = LiveState.catalog(of: tables)
    var empty = tables
    (empty.roles, empty.tenants, empty.users) = ([:], [:], [:])
    let fault = Fault(.refuse(.proxy(504)), where: \.isWrite)
    let backend = InMemoryBackend(InMemoryKeystone(empty), faults: [fault])
    let outcome = await outcome(of: .create(creation), on: backend, live: before)
    #expect(outcome == "outcome unknown")
    #expect(await backend.writes.count == 1)
  }

  @Test("a lookup that fails too leaves the outcome unknown", arguments: all)
  func lostLookup(_ creation: any ResourceDraft) async {
    let faults = [
      Fault(.refuse(.keystone(500)), where: \.isWrite),
      Fault(.refuse(.keystone(503)), where: { $0.verb == .list }),
    ]
    let backend = InMemoryBackend(InMemoryKeystone(), faults: faults)
    #expect(await outcome(of: .create(creation), on: backend) == "outcome unknown")
  }

  @Test("a clean refusal is not looked into", arguments: [400, 401, 403, 404, 501])
  func refused(status: Int) async {
    for creation in Self.all {
      let fault = Fault(.refuse(.keystone(status)), where: \.isWrite)
      let backend = InMemoryBackend(InMemoryKeystone(), faults: [fault])
      #expect(await outcome(of: .create(creation), on: backend) == "\(status)")
      #expect(await backend.calls.count == 1)
    }
  }

  @Test("a region that another writer is making is tried again", arguments: 1...3)
  func region(conflicts: Int) async {
    var tables = KeystoneTables()
    tables.add(.make(.nova))
    let fault = Fault(.refuse(.raced), 1...conflicts, where: \.isWrite)
    let backend = InMemoryBackend(InMemoryKeystone(tables), faults: [fault])
    let step = ResolvedStep.create(Self.novaEndpoint)
    let outcome = await outcome(of: step, on: backend)
    #expect(outcome == (conflicts < 3 ? "made" : "name taken"))
    #expect(await backend.writes.count == min(conflicts + 1, 3))
  }

  @Test("first endpoints of a new region that race are all made", arguments: [2, 6])
  func regionRace(count: Int) async throws {
    var tables = KeystoneTables()
    tables.add(.make(.nova))
    let backend = InMemoryBackend(InMemoryKeystone(tables))
    let writer = ChangeWriter(backend: backend, live: LiveState())
    let endpoints = [EndpointWrite](repeating: Self.novaEndpoint, count: count)
    _ = try await endpoints.concurrentMap(limit: count) { endpoint in
      try await writer.create(endpoint, replaces: false)
    }
    #expect(await backend.keystone.tables.endpoints.count == count)
    #expect(await backend.writes.count > count)
  }

  @Test("of two copies of a row that moves the same one stays, whoever looks")
  func copies() async throws {
    var tables = KeystoneTables()
    tables.add(.make(.nova))
    let endpoint = Endpoint.make(.nova)
    for other in ["0", "zzzzzzzzzzzzzzzzz"] {
      let racer = Fault(
        .follow { $0.add(.make(endpoint, id: other, on: "service-nova")) },
        where: \.isWrite
      )
      let backend = InMemoryBackend(InMemoryKeystone(tables), faults: [racer])
      let writer = ChangeWriter(backend: backend, live: LiveState())
      let result = try await writer.create(Self.novaEndpoint, replaces: true)
      let id = try #require(result.id)
      #expect((id == "0") == (other == "0"))
      #expect(await backend.keystone.tables.endpoints.keys.sorted() == [id])
    }
  }

  static let tokens: [(error: BackendFailure, outcome: String)] = [
    (.keystone(409), "done already"), (.keystone(404), "404"), (.keystone(500), "outcome unknown"),
  ]

  @Test("a role that is granted already is granted", arguments: tokens)
  func grant(_ error: BackendFailure, _ expected: String) async {
    let ids = AssignmentIDs(userID: "user-nova", tenantID: "tenant-admin", roleID: "role-admin")
    let fault = Fault(.refuse(error), where: \.isWrite)
    let backend = InMemoryBackend(InMemoryKeystone(.made()), faults: [fault])
    #expect(await outcome(of: .grant(ids), on: backend) == expected)
  }

  static let removals: [ResolvedStep] =
    [
      .revoke(
        AssignmentIDs(userID: "user-nova", tenantID: "tenant-service", roleID: "role-admin")
      ),
      .delete(.role, id: "role-admin"), .delete(.tenant, id: "tenant-admin"),
      .delete(.user, id: "user-nova"), .delete(.service, id: "service-nova"),
      .delete(.endpoint, id: "endpoint-nova"),
    ]

  @Test("what is to go is gone, whoever took it away", arguments: removals)
  func removal(_ step: ResolvedStep) async {
    let backend = InMemoryBackend(InMemoryKeystone(.made()))
    #expect(await outcome(of: step, on: backend) == "done")
    #expect(await outcome(of: step, on: backend) == "done already")
  }

  @Test("a 404 of a proxy takes nothing away", arguments: removals)
  func proxy(_ step: ResolvedStep) async {
    let fault = Fault(.refuse(.proxy(404)), where: \.isWrite)
    let backend = InMemoryBackend(InMemoryKeystone(.made()), faults: [fault])
    #expect(await outcome(of: step, on: backend) == "404")
  }

  static let ownPassword = ResolvedStep.updateCaller(
    UserWrite(user: User(name: "admin"), password: Secret("new")),
    password: Secret("new"),
    id: "user-admin",
    [.password]
  )

  @Test("after the own password has changed the backend logs in again")
  func ownPassword() async throws {
    let backend = InMemoryBackend(InMemoryKeystone(.made()), as: "admin")
    _ = try await backend.roles.list()
    #expect(await outcome(of: Self.ownPassword, on: backend) == "done")
    _ = try await backend.roles.list()
    #expect(
      await backend.calls.map(\.description)
        == ["list role", "update user admin", "relogin", "list role"]
    )
  }

  @Test("whether the own password has changed after all, only a login can tell")
  func ownPasswordLost() async throws {
    for effect: Fault.Effect in [.loseAnswer(.proxy(502)), .refuse(.proxy(502))] {
      let fault = Fault(effect, where: \.isWrite)
      let backend = InMemoryBackend(InMemoryKeystone(.made()), as: "admin", faults: [fault])
      _ = try await backend.roles.list()
      let isDone = await outcome(of: Self.ownPassword, on: backend) == "done"
      #expect(
        isDone == (await backend.keystone.tables.users["user-admin"]?.password == Secret("new"))
      )
      #expect(await backend.calls.contains { $0.verb == .relogin } == isDone)
      _ = try await backend.roles.list()
    }
  }

  @Test("a 401 for the own password may come from its having taken hold the first time")
  func ownPasswordSentAgain() async throws {
    for password in [Secret("new"), Secret("another run's")] {
      let backend = InMemoryBackend(InMemoryKeystone(.made()), as: "admin")
      _ = try await backend.roles.list()
      await backend.keystone.meddle { tables in
        tables.users["user-admin"]?.password = password
        tables.users["user-admin"]?.revocations += 1
      }
      let expected = password == Secret("new") ? "done" : "401"
      #expect(await outcome(of: Self.ownPassword, on: backend) == expected)
    }
  }

  @Test("a clean refusal of the own password needs no login")
  func ownPasswordRefused() async throws {
    let fault = Fault(.refuse(.keystone(403)), where: \.isWrite)
    let backend = InMemoryBackend(InMemoryKeystone(.made()), as: "admin", faults: [fault])
    #expect(await outcome(of: Self.ownPassword, on: backend) == "403")
    #expect(await backend.calls.count == 1)
  }
}
