import IdentityModel
import Reconciliation
import Texts

/// Turns an operation of a plan into a request.
struct StepResolver {
  private let passwords: [QualifiedName: Secret]
  private let caller: Caller?
  private let memberRole: QualifiedName?
  /// The keys of which a row is deleted, be it because another one replaces it.
  private let retired: Set<ResourceKey>

  init(
    _ plan: Plan,
    passwords: [QualifiedName: Secret],
    caller: Caller?,
    memberRole: QualifiedName?
  ) {
    self.passwords = passwords
    self.memberRole = memberRole
    self.caller = caller
    retired = Set(plan.changes.lazy.filter(\.action.isDestructive).map(\.key))
  }

  /// The request, or nil where an ID or the password is missing that the operation needs.
  func resolve(_ change: Change, _ part: Operation.Part, ids: LiveIDs) -> ResolvedStep? {
    switch (change, part) {
    case (.create(.assignment(let assignment)), _):
      ids.assignment(assignment).map { .grant($0) } ?? memberGrant(assignment, ids: ids)
    case (.create(.implication(let implication)), _):
      ids.implication(implication).map { .imply($0) }
    case (.create(.membership(let membership)), _):
      ids.membership(membership).map { .join($0) }
    case (.create(let resource), _), (.replace(let resource, _, _, _), .make),
      (.replace(let resource, _, _, _), .whole):
      draft(of: resource, change, ids: ids).map {
        .create($0, replaces: retired.contains(change.key))
      }
    case (.update(let resource, let id, let fields), _):
      draft(of: resource, change, ids: ids).map { update(to: $0, of: resource, id: id, fields) }
    case (.delete(.assignment(let assignment), let holderID, _), _):
      ids.assignment(assignment, of: holderID).map { .revoke($0) }
    case (.delete(.implication(let implication), _, _), _):
      ids.implication(implication).map { .stopImplying($0) }
    case (.delete(.membership(let membership), _, _), _):
      ids.membership(membership).map { .leave($0) }
    case (.replace(_, let id, _, _), .retire):
      .delete(change.key.kind, id: id)
    case (.delete(let key, let id, _), _):
      id.map { .delete(key.kind, id: $0) }
    }
  }

  private func memberGrant(_ assignment: RoleAssignment, ids: LiveIDs) -> ResolvedStep? {
    guard assignment.role == memberRole, let user = assignment.user,
      let tenant = assignment.tenant, let userID = ids[.user(user)],
      let tenantID = ids[.tenant(tenant)]
    else { return nil }
    return .grantNamed(assignment.role, userID: userID, tenantID: tenantID)
  }

  private func update(
    to draft: any ResourceDraft,
    of resource: AnyResource,
    id: String,
    _ changes: [FieldChange]
  ) -> ResolvedStep {
    let fields = Set(changes.lazy.filter { $0.to != nil }.map(\.field))
    if let user = draft as? UserWrite, user.user.name == caller?.user, let password = user.password
    {
      return .updateCaller(user, password: password, id: id, fields)
    }
    let opening = opening(of: resource, to: draft, changes)
    return .update(draft, id: id, fields, opening: opening)
  }

  /// How an object that is immutable is opened for more than that.
  private func opening(
    of resource: AnyResource,
    to draft: any ResourceDraft,
    _ changes: [FieldChange]
  ) -> Opening? {
    let options = changes.filter { $0.field == .immutable }
    guard changes.count > options.count, options.first?.from == .flag(true),
      case .named(let object, _) = resource
    else { return nil }
    guard options.count > 1 else { return Opening(draft: draft, closes: false) }
    return (object.opened?.value as? any NamedDraft).map { Opening(draft: $0, closes: true) }
  }

  private func draft(of resource: AnyResource, _ change: Change, ids: LiveIDs) -> (
    any ResourceDraft
  )? {
    switch resource {
    case .named(.user(let user), let setsPassword):
      draft(of: user, change, setsPassword: setsPassword, ids: ids)
    case .named(let object, _): object.value as? any NamedDraft
    case .service(let service): service
    case .endpoint(let row):
      serviceID(row.service, row.endpoint.service, ids: ids)
        .map { EndpointWrite(row.endpoint, serviceID: $0) }
    case .limit(let row): draft(of: row, ids: ids)
    case .implication, .membership, .assignment: nil
    }
  }

  private func draft(of row: LimitRow, ids: LiveIDs) -> (any ResourceDraft)? {
    let key = row.limit.key
    guard let serviceID = serviceID(row.service, key.service, ids: ids) else { return nil }
    guard let holder = key.holder else {
      return RegisteredLimitWrite(row.limit, serviceID: serviceID)
    }
    return ids.holder(holder).map { LimitWrite(row.limit, serviceID: serviceID, holderID: $0) }
  }

  private func draft(
    of user: User,
    _ change: Change,
    setsPassword: Bool,
    ids: LiveIDs
  ) -> UserWrite? {
    let tenantID = user.tenant.flatMap { ids[.tenant($0)] }
    let password = setsPassword ? passwords[user.name] : nil
    // A user without the password that was planned could never log in, and nobody would know why.
    guard !change.sets(.tenant) || tenantID != nil, !setsPassword || password != nil else {
      return nil
    }
    return UserWrite(user: user, tenantID: tenantID, password: password)
  }

  private func serviceID(
    _ service: ServiceReference,
    _ key: ServiceKey,
    ids: LiveIDs
  ) -> String? {
    switch service {
    case .live(let id): id
    case .made: ids[.service(key)]
    }
  }
}
