import Convergence
import IdentityModel
import Reconciliation
import Texts

/// Which logins tell something that the plan does not.
struct LoginQuestions {
  /// A login to one tenant.
  struct Login: Sendable {
    let user: QualifiedName
    let userID: String
    let password: Secret
    let tenant: LoginCheck.Tenant
    let isTenantDisabled: Bool
  }

  enum Question: Sendable {
    /// Nothing needs to be asked.
    case settled(LoginCheck)
    case login(Login)
  }

  private let desired: DesiredState
  private let users: [QualifiedName: [Live<User>]]
  private let tenants: [QualifiedName: [Live<Tenant>]]
  private let checks: [QualifiedName: PasswordCheck]
  private let tenantNames: [QualifiedName: Set<QualifiedName>]
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
    checks = planned.passwords
    tenantNames = desired.assignments.reduce(into: [:]) { names, assignment in
      guard let user = assignment.user, let tenant = assignment.tenant else { return }
      names[user, default: []].insert(tenant)
    }
  }

  /// The questions, by user and tenant.
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
      let names = tenantNames[user.name] ?? []
      guard !names.isEmpty else {
        return [settled(row, .accepted(.empty, gaps: []))]
      }
      return names.sorted().flatMap { logins(as: row, password, to: $0) }
    }
  }

  private func logins(as user: Live<User>, _ password: Secret, to tenant: QualifiedName)
    -> [Question]
  {
    let wantsDisabled = desired.tenants.contains { $0.name == tenant && $0.enabled == false }
    let rows = tenants[tenant] ?? []
    guard rows.count == 1, !wantsDisabled else { return [] }
    return rows.map { row in
      .login(
        Login(
          user: user.value.name,
          userID: user.id,
          password: password,
          tenant: LoginCheck.Tenant(name: tenant, id: row.id),
          isTenantDisabled: row.value.enabled == false
        )
      )
    }
  }

  private func settled(_ user: Live<User>, _ outcome: LoginCheck.Outcome) -> Question {
    .settled(LoginCheck(user: user.value.name, userID: user.id, tenant: nil, outcome: outcome))
  }
}
