import IdentityModel
import Reconciliation
import Testing

@testable import Convergence

struct GeneratedConvergenceTests {
  @Test(
    "any cloud converges to any seed, and what the seed does not mention is as it was",
    arguments: [(1, KeystoneKind.replacing), (8, .replacing), (1, .updating), (8, .updating)],
    [0..<100, 100..<200, 200..<300]
  )
  func converges(how: (parallelism: Int, kind: KeystoneKind), seeds: Range<Int>) async throws {
    let (parallelism, kind) = how
    for seed in seeds {
      let cloud = GeneratedCloud(seed: seed)
      let backend = InMemoryBackend(InMemoryKeystone(cloud.tables, kind: kind))
      let before = await backend.keystone.tables
      let options = ConvergenceOptions.make(parallelism: parallelism)
      let converger = Converger(backend: backend, options: options)

      let result = try await converger.converge(to: cloud.desired)
      #expect(["converged", "drift left"].contains(result.word), "seed \(seed)")
      #expect(result.outcomes.map(\.line).filter { !$0.hasSuffix(": done") } == [], "seed \(seed)")
      #expect(await backend.mostInFlight <= parallelism, "seed \(seed)")

      let tables = await backend.keystone.tables
      await backend.forgetCalls()
      let again = try await converger.converge(to: cloud.desired)
      #expect(again.outcomes.isEmpty, "seed \(seed)")
      #expect(await backend.writes.isEmpty, "seed \(seed)")

      let untouched = Untouched(desired: cloud.desired)
      #expect(untouched.names(tables) == untouched.names(before), "seed \(seed)")
      #expect(untouched.people(tables) == untouched.people(before), "seed \(seed)")
      #expect(untouched.rows(tables) == untouched.rows(before), "seed \(seed)")
      #expect(untouched.endpoints(tables) == untouched.endpoints(before), "seed \(seed)")
      let kept = before.catalog.filter { untouched.keeps($0) }
      let history = await backend.keystone.history
      let missing = history.reduce(into: Set()) { $0.formUnion(kept.subtracting($1.catalog)) }
      #expect(missing == [], "seed \(seed)")
    }
  }

  @Test(
    "pruning leaves what is declared, its twins, and nothing else",
    arguments: [0..<100],
    KeystoneKind.allCases
  )
  func prunes(seeds: Range<Int>, kind: KeystoneKind) async throws {
    for seed in seeds {
      let cloud = GeneratedCloud(seed: seed)
      var tables = cloud.tables
      // Without it, which role a default tenant brings is guessed from who has one until one is made.
      tables.add(roles: Role.memberName)
      let backend = InMemoryBackend(InMemoryKeystone(tables, kind: kind))
      let converger = Converger(backend: backend, options: .make(prunes: true))
      let result = try await converger.converge(to: cloud.desired)
      #expect(["converged", "drift left"].contains(result.word), "seed \(seed)")
      let pruned = await backend.keystone.tables
      if !cloud.desired.users.isEmpty {
        let declared = Set(cloud.desired.users.map(\.name))
        let users = Set(pruned.users.values.map(\.user.name))
        #expect(declared.isSubset(of: users), "seed \(seed)")
        // What MySQL takes for a declared name is not pruned.
        let others = users.subtracting(declared)
        let haveTwins = others.allSatisfy { name in declared.contains { $0.isTwin(of: name) } }
        #expect(haveTwins, "seed \(seed)")
      }
      #expect(try await converger.plan(cloud.desired).plan.isEmpty, "seed \(seed)")
    }
  }
}

/// What an apply has to leave as it is.
private struct Untouched {
  let desired: DesiredState

  /// Roles and tenants of other names, with their IDs.
  func names(_ tables: KeystoneTables) -> Set<String> {
    let roles = Set(desired.roles.map(\.name)).union(desired.absent.roles)
    let tenants = Set(desired.tenants.map(\.name)).union(desired.absent.tenants)
    return Set(
      tables.roles.filter { !roles.contains($0.value.name) && $0.value.name != Role.memberName }
        .map { "\($0.key) \($0.value)" }
        + tables.tenants.filter { !tenants.contains($0.value.name) }.map { "\($0.key) \($0.value)" }
    )
  }

  /// Users of other names, with all that they have but for a default tenant that is to go.
  func people(_ tables: KeystoneTables) -> [String: KeystoneTables.UserEntry] {
    let users = Set(desired.users.map(\.name)).union(desired.absent.users)
    return tables.users.filter { !users.contains($0.value.user.name) }.mapValues { entry in
      var entry = entry
      let tenant = entry.tenantID.flatMap { tables.tenants[$0]?.name }
      if tenant.map(desired.absent.tenants.contains) ?? true { entry.tenantID = nil }
      return entry
    }
  }

  /// Services of other keys, and the assignments of users whose roles nobody declares.
  func rows(_ tables: KeystoneTables) -> Set<String> {
    let services = tables.services.filter { !isMentioned($0.value.key) }
    let absent = desired.absent
    let assignments = tables.assignments.filter { assignment in
      !desired.assignments.contains(assignment) && assignment.role != Role.memberName
        && !assignment.parts.contains { key in
          key.uniqueName.map { name in
            NamedKind(key.kind).map { absent[$0].contains(name) } ?? false
          }
            ?? false
        }
    }
    return Set(services.map { "\($0.key) \($0.value)" } + assignments.map(\.description))
  }

  /// Endpoints of other services, with their IDs.
  func endpoints(_ tables: KeystoneTables) -> Set<LiveEndpoint> {
    Set(tables.endpointRows.filter { !isMentioned($0.key.service) }.flatMap(\.value))
  }

  /// Whether the endpoint has to be in the catalog all the time, if it is there.
  func keeps(_ key: EndpointKey) -> Bool {
    !desired.absent.services.contains { $0.matches(key.service) }
  }

  private func isMentioned(_ key: ServiceKey) -> Bool {
    desired.services.contains { $0.key == key }
      || desired.absent.services.contains { $0.matches(key) }
  }
}
