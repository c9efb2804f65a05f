import Convergence
import IdentityModel
import Reconciliation

/// Which logins tell something that the plan does not.
struct LoginQuestions {
  /// A login to one tenant.
  struct Login: Sendable {
    let user: Name
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
  private let users: [Name: [Live<User>]]
  private let tenants: [Name: [Live<Tenant>]]
  private let refused: Set<ResourceKey>
  private let unknown: Set<ResourceKey>
  private let tenantNames: [Name: Set<Name>]

  init(_ desired: DesiredState, _ planned: PlannedState) {
    self.desired = desired
    users = Dictionary(grouping: planned.live.users, by: \.value.name)
    tenants = Dictionary(grouping: planned.live.tenants, by: \.value.name)
    refused = Set(planned.plan.changes.filter { $0.sets(.password) }.map(\.key))
    unknown = Set(planned.plan.notes.compactMap(\.userOfFailedCheck).map { .user($0) })
    tenantNames = Dictionary(grouping: desired.assignments, by: \.user)
      .mapValues { Set($0.map(\.tenant)) }
  }

  /// The questions, by user and tenant.
  var questions: [Question] {
    desired.users.sorted { $0.name < $1.name }.flatMap { questions(about: $0) }
  }

  /// None about a user that is not there, or there twice: the plan says so.
  private func questions(about user: User) -> [Question] {
    guard let password = desired.passwords[user.name], let rows = users[user.name],
      rows.count == 1, !unknown.contains(.user(user.name))
    else { return [] }
    return rows.flatMap { row -> [Question] in
      guard row.value.enabled != false else {
        return user.enabled == false ? [] : [settled(row, .userDisabled)]
      }
      guard !refused.contains(.user(user.name)) else {
        return [settled(row, .wrongPassword)]
      }
      let names = tenantNames[user.name] ?? []
      guard !names.isEmpty else {
        return [settled(row, .accepted(EffectiveCatalog([]), gaps: []))]
      }
      return names.sorted().flatMap { logins(as: row, password, to: $0) }
    }
  }

  private func logins(as user: Live<User>, _ password: Secret, to tenant: Name) -> [Question] {
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

extension PlanNote {
  fileprivate var userOfFailedCheck: Name? {
    switch self {
    case .passwordCheckFailed(let user, _): user
    case .unmanageable, .pinned, .ambiguous, .passwordOfDisabledUser, .kindNotPruned: nil
    case .twin, .twinNotPruned, .startsEmpty, .takesGrants, .regionNotPruned: nil
    }
  }
}
