package import IdentityModel
import KeystoneClient
package import Reconciliation

/// Reads what Keystone holds, as far as a seed can differ from it: all of it, or an error.
package struct LiveStateReader: Sendable {
  private let backend: any IdentityBackend
  private let options: ConvergenceOptions

  package init(backend: any IdentityBackend, options: ConvergenceOptions) {
    self.backend = backend
    self.options = options
  }

  /// Lists each kind once, asks for the roles of the (user, tenant) pairs that matter, and logs in
  /// as each user whose password is to be checked.
  ///
  /// - Parameter desired: What the seed says, which tells what matters.
  /// - Returns: The live state, and what the logins said.
  /// - Throws: `KeystoneError` when any read fails, since a plan from half a reading would make
  ///   doubles; never because of a single user's password check.
  package func read(for desired: DesiredState) async throws -> LiveReading {
    async let people = readPeople(for: desired)
    async let catalog = readCatalog()
    var reading = try await people
    (reading.live.services, reading.live.endpoints) = try await catalog
    return reading
  }

  // MARK: Services and endpoints

  private func readCatalog() async throws -> ([Live<Service>], [LiveEndpoint]) {
    guard !options.plan.kinds.isDisjoint(with: [.service, .endpoint]) else { return ([], []) }
    async let services = backend.services()
    async let endpoints = backend.endpoints()
    return try await (services, endpoints)
  }

  // MARK: Tenants, users, roles, and who has which

  private func readPeople(for desired: DesiredState) async throws -> LiveReading {
    guard !options.plan.kinds.isDisjoint(with: [.role, .tenant, .user, .assignment]) else {
      return LiveReading()
    }
    async let roles = backend.roles()
    async let tenants = backend.tenants()
    let rows = try await backend.users()
    async let checks = checkPasswords(of: rows, desired: desired)
    var reading = LiveReading()
    reading.live.roles = try await roles
    reading.live.tenants = try await tenants
    reading.live.users = resolve(rows, tenants: reading.live.tenants)
    if options.plan.kinds.contains(.assignment) {
      reading.live.assignments = try await readAssignments(reading.live, desired: desired)
    }
    reading.passwords = try await checks
    return reading
  }

  private func resolve(_ rows: [UserRow], tenants: [Live<Tenant>]) -> [Live<User>] {
    let names = Dictionary(tenants.map { ($0.id, $0.value.name) }) { first, _ in first }
    return rows.map { row in
      var user = row.user
      user.tenant = row.tenantID.flatMap { names[$0] }
      return Live(id: row.id, user)
    }
  }

  private func readAssignments(
    _ live: LiveState,
    desired: DesiredState
  ) async throws -> Set<RoleAssignment> {
    let pairs = try await pairs(live, desired: desired)
    let found = try await concurrentMap(pairs, limit: options.parallelism) { pair in
      let roles = try await backend.roles(ofUser: pair.user.id, inTenant: pair.tenant.id)
      return roles.map {
        RoleAssignment(user: pair.user.value.name, tenant: pair.tenant.value.name, role: $0)
      }
    }
    return Set(found.joined())
  }

  private struct Pair: Hashable {
    let user: Live<User>
    let tenant: Live<Tenant>
  }

  /// The pairs of a live user and a live tenant between which the seed has a say; v2.0 has no call
  /// that lists all assignments.
  private func pairs(_ live: LiveState, desired: DesiredState) async throws -> [Pair] {
    let users = Dictionary(live.users.map { ($0.value.name, $0) }) { first, _ in first }
    let tenants = Dictionary(live.tenants.map { ($0.value.name, $0) }) { first, _ in first }
    var pairs: Set<Pair> = []
    for assignment in desired.assignments + Array(desired.absent.assignments) {
      guard let user = users[assignment.user], let tenant = tenants[assignment.tenant] else {
        continue
      }
      pairs.insert(Pair(user: user, tenant: tenant))
    }
    if options.plan.prunes {
      let byID = Dictionary(live.users.map { ($0.id, $0) }) { first, _ in first }
      let declared = desired.tenants.compactMap { tenants[$0.name] }
      let members = try await concurrentMap(declared, limit: options.parallelism) { tenant in
        (tenant, try await backend.users(ofTenant: tenant.id))
      }
      for (tenant, ids) in members {
        for user in ids.compactMap({ byID[$0] })
        where desired.usersWithDeclaredRoles.contains(user.value.name) {
          pairs.insert(Pair(user: user, tenant: tenant))
        }
      }
    }
    return Array(pairs)
  }

  // MARK: Passwords

  private func checkPasswords(
    of rows: [UserRow],
    desired: DesiredState
  ) async throws -> [Name: Reconciliation.PasswordCheck] {
    guard options.checksPasswords, options.plan.kinds.contains(.user) else { return [:] }
    let checkable = rows.filter { desired.passwords[$0.user.name] != nil }
    let checks = try await concurrentMap(checkable, limit: options.parallelism) { row in
      (row.user.name, try await check(row, password: desired.passwords[row.user.name]))
    }
    return Dictionary(checks) { first, _ in first }
  }

  private func check(_ row: UserRow, password: Secret?) async throws -> Reconciliation.PasswordCheck
  {
    guard row.user.enabled != false else { return .userDisabled }
    guard let password else { return .accepted }
    do {
      return try await backend.accepts(password, ofUser: row.id) ? .accepted : .refused
    } catch {
      try Task.checkCancellation()
      return .failed(error.description)
    }
  }
}

/// What was read.
package struct LiveReading: Sendable {
  package var live = LiveState()
  package var passwords: [Name: Reconciliation.PasswordCheck] = [:]

  package init() {}
}
