import IdentityModel
import Reconciliation
import Texts

/// Turns an operation of a plan into a request.
struct StepResolver {
  private let passwords: [Name: Secret]
  private let caller: Caller?
  private let memberRole: Name?
  /// The keys of which a row is deleted, be it because another one replaces it.
  private let retired: Set<ResourceKey>

  init(_ plan: Plan, passwords: [Name: Secret], caller: Caller?, memberRole: Name?) {
    self.passwords = passwords
    self.memberRole = memberRole
    self.caller = caller
    retired = Set(plan.changes.lazy.filter(\.action.isDestructive).map(\.key))
  }

  /// The request, or nil where an ID or the password is missing that the operation needs.
  func resolve(_ change: Change, _ part: Operation.Part, ids: LiveIDs) -> ResolvedStep? {
    switch (change.action, part) {
    case (.create, _), (.replace, .make), (.replace, .whole):
      creation(change, ids: ids)
    case (.update, _):
      update(change, ids: ids)
    case (.delete, _), (.replace, .retire):
      deletion(change, ids: ids)
    }
  }

  private func creation(_ change: Change, ids: LiveIDs) -> ResolvedStep? {
    switch change.key {
    case .role(let name):
      return .create(.role(Role(name: name)))
    case .tenant(let name):
      return .create(.tenant(Tenant(name: name, settings: change.settings)))
    case .user(let name):
      return write(of: name, change, ids: ids).map { .create(.user($0)) }
    case .assignment(let assignment):
      return ids.assignment(assignment).map { .grant($0) } ?? memberGrant(assignment, ids: ids)
    case .service(let key):
      return .create(.service(Service(key: key, settings: change.settings)))
    case .endpoint(let key):
      guard let serviceID = change.serviceID ?? ids[.service(key.service)] else { return nil }
      let endpoint = EndpointWrite(
        serviceID: serviceID,
        region: key.region == "" ? nil : key.region,
        settings: change.settings
      )
      return .create(.endpoint(endpoint, isReadBack: retired.contains(change.key)))
    }
  }

  private func memberGrant(_ assignment: RoleAssignment, ids: LiveIDs) -> ResolvedStep? {
    guard assignment.role == memberRole,
      let userID = ids[.user(assignment.user)], let tenantID = ids[.tenant(assignment.tenant)]
    else { return nil }
    return .grantNamed(assignment.role, userID: userID, tenantID: tenantID)
  }

  private func update(_ change: Change, ids: LiveIDs) -> ResolvedStep? {
    guard let id = change.liveID else { return nil }
    let settings = change.fields.compactMap { field in
      field.to.map { FieldSetting(field.field, $0) }
    }
    switch change.key {
    case .tenant(let name):
      return .updateTenant(Tenant(name: name, settings: settings), id: id)
    case .user(let name):
      return write(of: name, change, ids: ids).map {
        .updateUser($0, id: id, isCaller: name == caller?.user)
      }
    case .service:
      return .updateService(id: id, settings)
    case .endpoint:
      return .updateEndpoint(id: id, settings)
    case .role, .assignment:
      // They have no fields.
      return nil
    }
  }

  private func write(of name: Name, _ change: Change, ids: LiveIDs) -> UserWrite? {
    let user = User(name: name, settings: change.settings)
    let tenantID = user.tenant.flatMap { ids[.tenant($0)] }
    let password = change.sets(.password) ? passwords[name] : nil
    // A user without the password that was planned could never log in, and nobody would know why.
    guard user.tenant == nil || tenantID != nil, !change.sets(.password) || password != nil else {
      return nil
    }
    return UserWrite(user: user, tenantID: tenantID, password: password)
  }

  private func deletion(_ change: Change, ids: LiveIDs) -> ResolvedStep? {
    if case .assignment(let assignment) = change.key {
      return ids.assignment(assignment).map { .revoke($0) }
    }
    return change.liveID.map { .delete(change.key.kind, id: $0) }
  }
}
