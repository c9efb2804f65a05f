package import IdentityModel
package import KeystoneClient
import Reconciliation

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
  package func read(for desired: DesiredState) async throws(KeystoneError) -> LiveReading {
    let lists = try await readLists()
    var reading = LiveReading()
    reading.live.roles = lists.roles
    reading.live.tenants = lists.tenants
    reading.live.users = resolve(lists.users, tenants: lists.tenants)
    reading.live.services = lists.services
    reading.live.endpoints = lists.endpoints

    let pairs = try await pairs(in: reading.live, desired: desired)
    let questions = logins(as: lists.users, desired: desired) + pairs.map { .roles($0) }
    for answer in try await questions.concurrentMap(limit: options.parallelism, answer) {
      switch answer {
      case .roles(let assignments): reading.live.assignments.formUnion(assignments)
      case .login(let user, let check): reading.passwords[user] = check
      }
    }
    return reading
  }

  private func readLists() async throws(KeystoneError) -> LiveLists {
    let needed = LiveLists.Kind.allCases.filter { options.plan.kinds.contains(where: $0.isNeeded) }
    let lists = try await needed.concurrentMap(
      limit: options.parallelism
    ) { [backend] (kind) async throws(KeystoneError) in
      try await LiveLists(kind, of: backend)
    }
    return lists.reduce(into: LiveLists()) { $0.merge($1) }
  }

  private func resolve(_ rows: [UserRow], tenants: [Live<Tenant>]) -> [Live<User>] {
    let names = Dictionary(tenants.map { ($0.id, $0.value.name) }) { first, _ in first }
    return rows.map { row in
      var user = row.user
      user.tenant = row.tenantID.flatMap { names[$0] }
      return Live(id: row.id, user)
    }
  }

  // MARK: What a list does not say

  /// A question about one user, of which there are many.
  private enum Question: Sendable {
    case roles(Pair)
    case login(UserRow, Secret)
  }

  private enum Answer: Sendable {
    case roles([RoleAssignment])
    case login(Name, Reconciliation.PasswordCheck)
  }

  private struct Pair: Hashable, Sendable {
    let user: Live<User>
    let tenant: Live<Tenant>
  }

  private func answer(_ question: Question) async throws(KeystoneError) -> Answer {
    switch question {
    case .roles(let pair):
      let roles = try await backend.roles(ofUser: pair.user.id, inTenant: pair.tenant.id)
      return .roles(
        roles.map {
          RoleAssignment(user: pair.user.value.name, tenant: pair.tenant.value.name, role: $0)
        }
      )
    case .login(let row, let password):
      let check = try await check(password, of: row)
      return .login(row.user.name, check)
    }
  }

  /// The pairs of a live user and a live tenant between which the seed has a say; v2.0 has no call
  /// that lists all assignments.
  private func pairs(
    in live: LiveState,
    desired: DesiredState
  ) async throws(KeystoneError) -> [Pair] {
    guard options.plan.kinds.contains(.assignment) else { return [] }
    let users = live.users.byUniqueName()
    let tenants = live.tenants.byUniqueName()
    var pairs: Set<Pair> = []
    for assignment in desired.assignments + Array(desired.absent.assignments) {
      guard let user = users[assignment.user], let tenant = tenants[assignment.tenant] else {
        continue
      }
      pairs.insert(Pair(user: user, tenant: tenant))
    }
    if options.plan.prunes {
      let declared = desired.tenants.compactMap { tenants[$0.name] }
      let members = try await declared.concurrentMap(
        limit: options.parallelism
      ) { [backend] (tenant) async throws(KeystoneError) in
        try await backend.users(ofTenant: tenant.id)
      }
      let managed = desired.usersWithDeclaredRoles.compactMap { users[$0] }
      for (tenant, members) in zip(declared, members) {
        for user in managed where members.contains(user.id) {
          pairs.insert(Pair(user: user, tenant: tenant))
        }
      }
    }
    return pairs.sorted { left, right in
      (left.user.value.name, left.tenant.value.name)
        < (right.user.value.name, right.tenant.value.name)
    }
  }

  private func logins(as rows: [UserRow], desired: DesiredState) -> [Question] {
    guard options.checksPasswords, options.plan.kinds.contains(.user) else { return [] }
    return rows.compactMap { row in
      desired.passwords[row.user.name].map { .login(row, $0) }
    }
  }

  private func check(
    _ password: Secret,
    of row: UserRow
  ) async throws(KeystoneError) -> Reconciliation.PasswordCheck {
    guard row.user.enabled != false else { return .userDisabled }
    do throws(KeystoneError) {
      return try await backend.accepts(password, ofUser: row.id) ? .accepted : .refused
    } catch {
      // A run that was stopped has learnt nothing about the user.
      if Task.isCancelled { throw error }
      return .failed(error.description)
    }
  }
}
