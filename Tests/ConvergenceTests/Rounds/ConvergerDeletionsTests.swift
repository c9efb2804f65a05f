import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import Convergence

struct ConvergerDeletionsTests {
  /// A cloud with one more of each kind than the seed has, which must not be there.
  private static var tables: KeystoneTables {
    var tables = KeystoneTables.made()
    tables.add(roles: "old")
    tables.add(Tenant(name: "old"))
    tables.add(User(name: "old"))
    tables.add(.make(old), id: "service-old")
    tables.add(
      .make(.make(EndpointKey(service: old, region: "regionOne")), id: "e", on: "service-old")
    )
    return tables
  }

  private static let old = ServiceKey(type: "old", name: "old")

  private static let desired: DesiredState = {
    var desired = DesiredState.make()
    desired.absent.roles = ["old"]
    desired.absent.tenants = ["old"]
    desired.absent.users = ["old"]
    desired.absent.services = [ServicePattern(name: "old")]
    return desired
  }()

  /// A converger for which no time passes.
  private func converger(
    _ backend: InMemoryBackend,
    _ options: ConvergenceOptions = .make()
  ) -> Converger {
    let retrier = Retrier(policy: RetryPolicy(), clock: ManualClock())
    return Converger(backend: backend, options: options, retrier: retrier)
  }

  /// A backend that says that it has done what it was asked, and has not.
  private func backend(lying call: String, kind: KeystoneKind) -> InMemoryBackend {
    // What is there comes back before anybody can look.
    let tables = Self.tables
    return InMemoryBackend(
      InMemoryKeystone(tables, kind: kind),
      faults: [Fault(.follow { $0 = tables }, of: call, 1...100)]
    )
  }

  static let lies = [
    "delete role role-old", "delete tenant tenant-old", "delete user user-old",
    "delete service service-old", "delete endpoint e",
  ]

  @Test(
    "what is deleted and still there is a failure, told once and counted never",
    arguments: lies,
    KeystoneKind.allCases
  )
  func stillThere(call: String, kind: KeystoneKind) async throws {
    var options = ConvergenceOptions.make(parallelism: 1)
    options.plan.kinds = try #require(Self.kinds[call])
    let row = kind == .updating && call.hasSuffix("endpoint e") ? "-public" : ""
    let backend = backend(lying: call + row, kind: kind)
    let result = try await converger(backend, options).converge(to: Self.desired)
    #expect(result.word == "failed")
    let failed = result.lastOutcomes.filter { !$0.isDone }
    #expect(failed.map(\.line).allSatisfy { $0.hasSuffix(": failed, still there") })
    #expect(!failed.isEmpty)
    #expect(Set(failed.map(\.change.key)).count == failed.count)
    #expect(!result.outcomes.contains { $0.isCounted && $0.change.key == failed[0].change.key })
  }

  private static let kinds: [String: Set<ResourceKind>] = [
    "delete role role-old": [.role], "delete tenant tenant-old": [.tenant],
    "delete user user-old": [.user], "delete service service-old": [.service, .endpoint],
    "delete endpoint e": [.endpoint],
  ]

  @Test("what another node still lists for a moment is gone", arguments: KeystoneKind.allCases)
  func lag(kind: KeystoneKind) async throws {
    let tables = Self.tables
    let lag = Fault(.lag { $0 = tables }, of: "list tenant", 2...3)
    let backend = InMemoryBackend(InMemoryKeystone(tables, kind: kind), faults: [lag])
    let options = ConvergenceOptions.make(kinds: [.tenant])
    let result = try await converger(backend, options).converge(to: Self.desired)
    #expect(result.word == "converged")
    #expect(result.outcomes.count(where: \.isCounted) == 1)
    #expect(await backend.writes.map(\.description) == ["delete tenant tenant-old"])
  }

  @Test("an old row that stays beside the new one is a replacement half done")
  func replacement() async throws {
    var desired = DesiredState.make()
    desired.endpoints[1] = .make(.nova, host: "new")
    let row = LiveEndpoint.make(.make(.nova), id: "endpoint-nova", on: "service-nova")
    let backend = InMemoryBackend(
      InMemoryKeystone(.made()),
      faults: [
        Fault(.follow { $0.endpoints[row.id] = row }, of: "delete endpoint endpoint-nova", 1...100)
      ]
    )
    let result = try await converger(backend).converge(to: desired)
    #expect(result.word == "failed")
    #expect(
      result.lastOutcomes.filter { !$0.isDone }.map(\.line)
        == ["- endpoint compute/nova in regionOne: failed, still there"]
    )
    #expect(result.outcomes.filter(\.isCounted).isEmpty)
    #expect(await backend.calls.count { $0.verb == .delete } == 2)
  }

  @Test(
    "a role that was revoked and is granted still was not revoked",
    arguments: [true, false],
    KeystoneKind.allCases
  )
  func assignment(listsAssignments: Bool, kind: KeystoneKind) async throws {
    var tables = KeystoneTables.made()
    let assignment = RoleAssignment(user: "nova", tenant: "admin", role: "admin")
    tables.add(assignment)
    var desired = DesiredState.make()
    desired.absent.assignments = [assignment]
    let before = tables
    let backend = InMemoryBackend(
      InMemoryKeystone(tables, kind: kind),
      faults: [Fault(.follow { $0 = before }, of: "revoke assignment nova has admin in admin")],
      listsAssignments: listsAssignments
    )
    let result = try await converger(backend).converge(to: desired)
    // Who has what is read anew only where something is wrong, and here nobody says what was granted.
    let saysWhatWasGranted = listsAssignments || kind == .updating
    #expect(result.outcomes.first?.isCounted == !saysWhatWasGranted)
  }

  @Test(
    "what was not there and is listed all the same is a failure the second time",
    arguments: KeystoneKind.allCases
  )
  func neverThere(kind: KeystoneKind) async throws {
    let backend = InMemoryBackend(
      InMemoryKeystone(Self.tables, kind: kind),
      faults: [Fault(.refuse(.keystone(404)), of: "delete role role-old", 1...100)]
    )
    let options = ConvergenceOptions.make(kinds: [.role])
    let result = try await converger(backend, options).converge(to: Self.desired)
    #expect(result.word == "failed")
    #expect(
      result.lastOutcomes.map(\.line).last == "- role old: failed, still there"
    )
    #expect(await backend.writes.count == 2)
  }
}
