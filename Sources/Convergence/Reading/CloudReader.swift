package import IdentityModel
import Reconciliation

/// Reads all that Keystone holds, whatever any seed says: for looking at a cloud as it is.
package struct CloudReader: Sendable {
  private let backend: any IdentityBackend
  private let parallelism: Int

  /// Makes a reader; nothing is sent before it is asked.
  ///
  /// - Parameters:
  ///   - backend: Where to read.
  ///   - parallelism: How many requests are in flight at a time, at least 1.
  ///   - retrier: What is done about failures that may pass.
  package init(backend: any IdentityBackend, parallelism: Int, retrier: Retrier = .once) {
    self.backend = RetryingBackend(backend, retrier: retrier)
    self.parallelism = parallelism
  }

  /// Lists each kind once, then all assignments where a cloud is large enough and its Keystone has
  /// such a list; else asks each tenant for its users and each such pair for its roles.
  ///
  /// - Returns: The live state with every assignment, and which of them and of the endpoints cannot be
  ///   managed.
  /// - Throws: `BackendFailure` when any read fails.
  package func read() async throws(BackendFailure) -> LiveState {
    let options = ConvergenceOptions(parallelism: parallelism, checksPasswords: false)
    // Where there are none, a list would be one that no server answered, and yet no failure.
    let hasDomains = backend.capabilities.kinds.contains(.domain)
    let domains = hasDomains ? try await backend.domains.list() : []
    let others = domains.map(\.value.name).filter { $0 != Domain.defaultName }
    await backend.look(into: Dictionary(others.map { ($0.name, Name?.none) }) { first, _ in first })
    let reader = LiveStateReader(backend: backend, options: options)
    var live = try await reader.read(for: DesiredState()).live
    live.domains = domains
    if backend.capabilities.kinds.contains(.region) {
      live.regions = try await backend.regions.list()
    }
    if backend.capabilities.kinds.contains(.implication) {
      let names = ImplicationNames(live.roles)
      live.implications = names.implications(among: try await backend.implications())
    }
    if backend.capabilities.kinds.contains(.group) {
      live.groups = try await backend.groups.list()
      live.memberships = try await memberships(of: live)
    }
    if backend.capabilities.kinds.contains(.registeredLimit) {
      live.limits = try await backend.registeredLimits.list()
      live.limits += try await backend.limits.list()
    }
    if backend.capabilities.listsGrants {
      let grants = try await backend.directAssignments(ofUser: nil) ?? []
      live.assignments = select(grants, of: live)
    } else {
      try await readEffectiveRoles(into: &live)
    }
    guard backend.capabilities.groupsEndpoints else { return live }
    let interfaceReader = InterfaceReader(backend: backend, parallelism: parallelism)
    let interfaces = await interfaceReader.read(live)
    live.take(interfaces)
    try await live.markUnmanageable(interfaces, on: backend)
    return live
  }

  private func memberships(
    of live: LiveState
  ) async throws(BackendFailure) -> Set<Membership> {
    let users = Dictionary(live.users.map { ($0.id, $0.value.name) }) { first, _ in first }
    let memberships = try await live.groups.concurrentMap(
      limit: parallelism
    ) { [backend] (group) async throws(BackendFailure) in
      try await backend.members(ofGroup: group.id).compactMap { id in
        users[id].map { Membership(user: $0, group: group.value.name) }
      }
    }
    return Set(memberships.joined())
  }

  private func readEffectiveRoles(into live: inout LiveState) async throws(BackendFailure) {
    if live.users.count > Self.fewUsers, let list = await backend.assignments() {
      live.assignments = select(list, of: live)
    } else {
      live.assignments = try await assignments(of: live)
    }
    let indirect = IndirectAssignments(backend: backend, live: live)
    live.indirectAssignments = await indirect.among(live.assignments)
  }

  private static let fewUsers = 50

  private func select(_ list: [AssignmentIDs], of live: LiveState) -> Set<RoleAssignment> {
    let names = AssignmentNames(live)
    return Set(list.compactMap { names.assignment($0) })
  }

  private struct Pair: Sendable {
    let user: Live<User>
    let tenant: Live<Tenant>
  }

  /// The way where nobody lists all assignments.
  ///
  /// A tenant may have users that are not listed, since they are of another domain; nothing could
  /// be said of them by name.
  private func assignments(
    of live: LiveState
  ) async throws(BackendFailure) -> Set<RoleAssignment> {
    let users = Dictionary(live.users.map { ($0.id, $0) }) { first, _ in first }
    let pairs = try await live.tenants.concurrentMap(
      limit: parallelism
    ) { [backend] (tenant) async throws(BackendFailure) in
      try await backend.users(ofTenant: tenant.id).compactMap { id in
        users[id].map { Pair(user: $0, tenant: tenant) }
      }
    }
    let assignments = try await Array(pairs.joined()).concurrentMap(
      limit: parallelism
    ) { [backend] (pair) async throws(BackendFailure) in
      try await backend.roles(ofUser: pair.user.id, inTenant: pair.tenant.id).map { role in
        RoleAssignment(user: pair.user.value.name, tenant: pair.tenant.value.name, role: role)
      }
    }
    return Set(assignments.joined())
  }
}
