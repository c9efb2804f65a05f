package import IdentityModel
package import KeystoneClient
import Reconciliation

/// Reads what Keystone holds, as far as a seed can differ from it: all of it, or an error.
package struct LiveStateReader: Sendable {
  private let backend: any IdentityBackend
  private let options: ConvergenceOptions
  private let checks: PasswordChecks

  package init(backend: any IdentityBackend, options: ConvergenceOptions) {
    self.init(backend: backend, options: options, checks: PasswordChecks())
  }

  /// Makes a reader that asks nobody to log in again who was asked before.
  ///
  /// - Parameters:
  ///   - backend: Where to read.
  ///   - options: How.
  ///   - checks: What logging in has said in this run.
  init(backend: any IdentityBackend, options: ConvergenceOptions, checks: PasswordChecks) {
    self.backend = backend
    self.options = options
    self.checks = checks
  }

  /// Lists each kind once, asks for the roles of the (user, tenant) pairs that matter, and logs in
  /// as each user whose password is to be checked.
  ///
  /// Each question is asked as soon as it is known: nobody waits for a list to log in that is not
  /// about users, and the logins, which take Keystone longest, come first.
  ///
  /// - Parameter desired: What the seed says, which tells what matters.
  /// - Returns: The live state, and what the logins said.
  /// - Throws: `KeystoneError` when any read fails, since a plan from half a reading would make
  ///   doubles; never because of a single user's password check.
  package func read(for desired: DesiredState) async throws(KeystoneError) -> LiveReading {
    var reading = LiveReading()
    var lists = LiveLists()
    var missing = LiveLists.Kind.allCases.filter {
      options.plan.kinds.contains(where: $0.isNeeded)
    }
    var pairs: RolePairs?
    let first = missing.map { Question.list($0) }
    try await first.concurrentWork(limit: options.parallelism, answer) { answer in
      switch answer {
      case .list(let kind, let list):
        missing.removeAll { $0 == kind }
        lists.merge(list)
        var questions = kind == .users ? logins(as: list.users, desired: desired) : []
        if pairs == nil, missing.allSatisfy({ $0 == .services || $0 == .endpoints }) {
          let known = rolePairs(of: lists, desired: desired)
          pairs = known
          questions += known.areWorthAList ? [.assignments] : Self.oneByOne(known)
        }
        return questions
      case .assignments(let list?):
        let selected = pairs?.select(list, roles: lists.roles) ?? []
        reading.live.assignments.formUnion(selected)
      case .assignments(nil):
        return pairs.map(Self.oneByOne) ?? []
      case .members(let tenant, let members):
        return pairs?.toAsk(in: tenant, members: members).map { .roles($0) } ?? []
      case .roles(let assignments):
        reading.live.assignments.formUnion(assignments)
      case .login(let user, let check):
        reading.passwords[user] = check
      }
      return []
    }
    reading.live.unreachable = lists.unreachable
    reading.live.areUsersReadOnly =
      !lists.users.isEmpty && lists.users.allSatisfy(\.isReadOnly)
    reading.live.roles = lists.roles
    reading.live.tenants = lists.tenants
    reading.live.users = resolve(lists.users, tenants: lists.tenants)
    reading.live.services = lists.services
    reading.live.endpoints = lists.endpoints
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

  // MARK: What there is to ask

  private enum Question: Sendable {
    case list(LiveLists.Kind)
    case assignments
    case members(of: Name, id: String)
    case roles(RolePairs.Pair)
    case login(UserRow, Secret)
  }

  private enum Answer: Sendable {
    case list(LiveLists.Kind, LiveLists)
    case assignments([AssignmentIDs]?)
    case members(of: Name, Set<String>)
    case roles([RoleAssignment])
    case login(Name, Reconciliation.PasswordCheck)
  }

  private func answer(_ question: Question) async throws(KeystoneError) -> Answer {
    switch question {
    case .list(let kind):
      let list = try await LiveLists(kind, of: backend)
      return .list(kind, list)
    case .assignments:
      let list = await backend.assignments()
      return .assignments(list)
    case .members(let tenant, let id):
      let members = try await backend.users(ofTenant: id)
      return .members(of: tenant, members)
    case .roles(let pair):
      let roles = try await backend.roles(ofUser: pair.userID, inTenant: pair.tenantID)
      return .roles(
        roles.map { RoleAssignment(user: pair.user, tenant: pair.tenant, role: $0) }
      )
    case .login(let row, let password):
      let check = try await check(password, of: row)
      return .login(row.user.name, check)
    }
  }

  private static func oneByOne(_ pairs: RolePairs) -> [Question] {
    pairs.tenantsToList.map { .members(of: $0.name, id: $0.id) }
      + pairs.toAsk.map { .roles($0) }
  }

  private func rolePairs(of lists: LiveLists, desired: DesiredState) -> RolePairs {
    let matter = options.plan.kinds.contains(.assignment)
    return RolePairs(
      users: lists.users,
      tenants: lists.tenants,
      desired: matter ? desired : DesiredState(),
      prunes: options.plan.prunes
    )
  }

  private func logins(as rows: [UserRow], desired: DesiredState) -> [Question] {
    guard options.checksPasswords, options.plan.kinds.contains(.user) else { return [] }
    return rows.compactMap { row in
      let name = row.user.name
      guard !desired.usersWithFirstPassword.contains(name) else { return nil }
      return desired.passwords[name].map { .login(row, $0) }
    }
  }

  private func check(
    _ password: Secret,
    of row: UserRow
  ) async throws(KeystoneError) -> Reconciliation.PasswordCheck {
    guard row.user.enabled != false else { return .userDisabled }
    guard !row.isReadOnly || options.checksReadOnlyUsers else { return .readOnly }
    return try await checks.check(password, ofUser: row.id, on: backend)
  }
}
