import Convergence
import IdentityModel
import Reconciliation
import Texts

/// Which logins tell something that the plan does not.
struct LoginQuestions {
  /// A login to one scope.
  struct Login: Sendable {
    let user: QualifiedName
    let userID: String
    let password: Secret
    let scope: LoginScope
    let isScopeDisabled: Bool
  }

  enum Question: Sendable {
    /// Nothing needs to be asked.
    case settled(LoginCheck)
    case login(Login)
  }

  private let desired: DesiredState
  private let users: [QualifiedName: [Live<User>]]
  private let tenants: [QualifiedName: [Live<Tenant>]]
  private let domains: [QualifiedName: [Live<Domain>]]
  private let checks: [QualifiedName: PasswordCheck]
  private let scopes: [QualifiedName: Set<RoleAssignment.Scope>]
  private let tellsLocksApart: Bool

  /// Makes the questions.
  ///
  /// - Parameters:
  ///   - desired: What the seed says.
  ///   - planned: What a plan found live.
  ///   - tellsLocksApart: Whether a refused login is known to be none of a locked account.
  init(_ desired: DesiredState, _ planned: PlannedState, tellsLocksApart: Bool = true) {
    self.desired = desired
    self.tellsLocksApart = tellsLocksApart
    users = Dictionary(grouping: planned.live.users, by: \.value.name)
    tenants = Dictionary(grouping: planned.live.tenants, by: \.value.name)
    domains = Dictionary(grouping: planned.live.domains, by: \.value.name)
    checks = planned.passwords
    // What is inherited gives no login to what it is inherited from.
    scopes = desired.assignments.reduce(into: [:]) { scopes, assignment in
      guard let user = assignment.user, !assignment.scope.isInherited else { return }
      scopes[user, default: []].insert(assignment.scope)
    }
  }

  /// The questions, by user and scope.
  var questions: [Question] {
    desired.users.sorted { $0.name < $1.name }.flatMap { questions(about: $0) }
  }

  /// None about a user that is not there, or there twice, or could not be checked: the plan says so.
  ///
  /// None either about one whom the plan was not to check.
  private func questions(about user: User) -> [Question] {
    guard let password = desired.passwords[user.name], let rows = users[user.name],
      rows.count == 1
    else { return [] }
    return rows.flatMap { row -> [Question] in
      switch checks[user.name] {
      case nil, .failed, .readOnly: return []
      case .userDisabled:
        return user.enabled == false ? [] : [settled(row, .userDisabled)]
      case .domainDisabled: return [settled(row, .domainDisabled)]
      case .refused: return [settled(row, tellsLocksApart ? .wrongPassword : .refused)]
      case .locked, .toBeUnlocked: return [settled(row, .locked)]
      case .mustBeChanged: return [settled(row, .passwordToBeChanged)]
      case .accepted: break
      }
      let scopes = scopes[user.name] ?? []
      guard !scopes.isEmpty else {
        return [settled(row, .accepted(.empty, gaps: []))]
      }
      return scopes.sorted().compactMap { login(as: row, password, to: $0) }
    }
  }

  /// None to what is not there, there twice, or disabled by the seed.
  private func login(
    as user: Live<User>,
    _ password: Secret,
    to scope: RoleAssignment.Scope
  ) -> Question? {
    guard let (scope, isDisabled) = live(scope) else { return nil }
    return .login(
      Login(
        user: user.value.name,
        userID: user.id,
        password: password,
        scope: scope,
        isScopeDisabled: isDisabled
      )
    )
  }

  private func live(_ scope: RoleAssignment.Scope) -> (LoginScope, isDisabled: Bool)? {
    switch scope {
    case .tenant(let name):
      let wantsDisabled = desired.tenants.contains { $0.name == name && $0.enabled == false }
      guard let rows = tenants[name], rows.count == 1, !wantsDisabled else { return nil }
      return (.tenant(name, id: rows[0].id), rows[0].value.enabled == false)
    case .domain(let name):
      let key = QualifiedName(name)
      let wantsDisabled = desired.domains.contains { $0.name == key && $0.enabled == false }
      guard let rows = domains[key], rows.count == 1, !wantsDisabled else { return nil }
      return (.domain(name, id: rows[0].id), rows[0].value.enabled == false)
    case .system:
      return (.system, false)
    case .tenantsBelow, .tenantsOfDomain:
      return nil
    }
  }

  private func settled(_ user: Live<User>, _ outcome: LoginCheck.Outcome) -> Question {
    .settled(LoginCheck(user: user.value.name, userID: user.id, scope: nil, outcome: outcome))
  }
}
