import IdentityModel
import Reconciliation
import Testing
import Texts

@testable import Convergence

struct ConvergerCrashTests {
  /// A cloud that needs something of every sort: makes, updates, replacements, doubles to remove.
  static func start() -> KeystoneTables {
    var tables = KeystoneTables.made()
    tables.add(.make(.nova, description: "Compute"), id: "double")
    tables.add(.make(.make(.nova), id: "double-endpoint", on: "double"))
    tables.users["user-nova"]?.password = Secret("lost")
    tables.grants = []
    return tables
  }

  static func desired() -> DesiredState {
    var desired = DesiredState.make()
    desired.tenants.append(Tenant(name: "demo"))
    desired.users.append(User(name: "demo", tenant: "demo"))
    desired.services[0].description = "other"
    desired.endpoints[1] = .make(.nova, host: "new")
    desired.endpoints.append(.make(EndpointKey(service: .nova, region: "regionTwo")))
    return desired
  }

  @Test(
    "a run that is killed after any write is finished by the next one",
    arguments: [1, 4],
    KeystoneKind.allCases
  )
  func killed(parallelism: Int, kind: KeystoneKind) async throws {
    let desired = Self.desired()
    let options = ConvergenceOptions.make(parallelism: parallelism)
    var count = 0
    var isFinished = false
    while !isFinished {
      let keystone = InMemoryKeystone(Self.start(), kind: kind)
      let dying = InMemoryBackend(keystone, faults: [.killed(afterWrites: count)])
      let result = try await Converger(backend: dying, options: options).converge(to: desired)
      isFinished = result.word == "converged"

      let next = Converger(backend: InMemoryBackend(keystone), options: options)
      #expect(try await next.converge(to: desired).word == "converged", "after \(count) writes")
      let tables = await keystone.tables
      #expect(tables.serviceCounts.values.allSatisfy { $0 == 1 }, "after \(count) writes")
      #expect(tables.endpointRows.values.allSatisfy { $0.count == 1 }, "after \(count) writes")
      let history = await keystone.history
      #expect(history.allSatisfy { $0.catalog.isSuperset(of: kind.rows(of: .keystone, .nova)) })
      count += 1
    }
    #expect(count > 10)
  }

  static let lostAnswers: [BackendFailure] = [
    .proxy(502), .proxy(504), .keystone(500), .keystone(503), .transport(.emptyReply),
    .transport(.timedOut), .transport(.truncatedBody),
  ]

  @Test(
    "whichever answer is lost, what was done is not done twice",
    arguments: lostAnswers,
    KeystoneKind.allCases
  )
  func lostAnswer(_ error: BackendFailure, kind: KeystoneKind) async throws {
    let desired = Self.desired()
    let whole = InMemoryBackend(InMemoryKeystone(Self.start(), kind: kind))
    _ = try await Converger(backend: whole, options: .make(parallelism: 1)).converge(to: desired)
    let writes = await whole.writes

    for number in writes.indices {
      let fault = Fault(.loseAnswer(error), (number + 1)...(number + 1), where: \.isWrite)
      let backend = InMemoryBackend(InMemoryKeystone(Self.start(), kind: kind), faults: [fault])
      let converger = Converger(backend: backend, options: .make(parallelism: 1))
      let result = try await converger.converge(to: desired)
      #expect(result.word == "converged", "lost: \(writes[number])")
      let again = await backend.writes
      #expect(Set(again) == Set(writes), "lost: \(writes[number])")
      #expect(again.filter { $0.verb == .create }.count == writes.count { $0.verb == .create })
    }
  }

  // Where Keystone itself answers 500, nothing is lost.
  @Test(
    "a request that was lost is not sent again by the same run",
    arguments: lostAnswers.filter { !$0.isServiceFailure },
    KeystoneKind.allCases
  )
  func lostRequest(_ error: BackendFailure, kind: KeystoneKind) async throws {
    let desired = Self.desired()
    for call in ["create service compute/nova", "create endpoint compute/nova in regionTwo"] {
      var tables = Self.start()
      tables.services = tables.services.filter { $0.value.key != .nova }
      tables.endpoints = tables.endpoints.filter { tables.services[$0.value.serviceID] != nil }
      let backend = InMemoryBackend(
        InMemoryKeystone(tables, kind: kind),
        faults: [Fault(.refuse(error), of: call)]
      )
      let result = try await Converger(backend: backend, options: .make()).converge(to: desired)
      #expect(result.word == "failed")
      // The row of each interface is one of its own.
      let rows = kind == .updating && call.contains("endpoint") ? 3 : 1
      #expect(await backend.writes.count { $0.description == call } == rows)
    }
  }

  @Test(
    "what appears after it was looked for in vain is adopted by the reading after the round",
    arguments: KeystoneKind.allCases
  )
  func late(kind: KeystoneKind) async throws {
    let lost = Fault(.refuse(.proxy(504)), of: "create service compute/nova")
    let lands = Fault(
      .follow { $0.add(.make(.nova, description: "Compute"), id: "late") },
      of: "list service",
      2...2
    )
    let backend = InMemoryBackend(InMemoryKeystone(kind: kind), faults: [lost, lands])
    let result = try await Converger(backend: backend, options: .make()).converge(to: .make())
    #expect(result.word == "converged")
    #expect(await backend.keystone.tables.service(.nova) == ["late"])
    #expect(await backend.keystone.tables.catalog == kind.rows(of: .keystone, .nova))
  }
}
