import IdentityModel
import Texts

/// Refuses a plan after which nobody could run the next one.
struct PlanSafety {
  let live: LiveState
  let caller: Caller?
  let memberRole: QualifiedName?

  func check(_ changes: [Change]) throws(PlanError) {
    for change in changes where cutsOffCaller(change) {
      throw .cutsOffCaller(change.key, change.action)
    }
    for change in changes where asksCallerForMore(change) {
      if let caller { throw .asksCallerForMore(caller.user) }
    }
    for change in changes where renamesCaller(change) {
      throw .renamesCaller(change.formerKey ?? change.key)
    }
    try checkIdentityService(changes)
    try checkReferences(changes)
  }

  private func cutsOffCaller(_ change: Change) -> Bool {
    guard let caller else { return false }
    guard change.takesAway else { return false }
    switch change.key {
    case .named: return caller.depends(on: change.key)
    // What comes by a group, by inheritance or by implication is CallerAccess's.
    case .assignment(let assignment):
      return assignment.user == caller.user && assignment.scope == caller.scope
        && caller.roles.contains(assignment.role)
    case .implication, .membership, .service, .endpoint, .limit: return false
    }
  }

  /// Whether the caller's user would need more than its password to log in.
  ///
  /// Keystone asks for one of the rules once there is any and the option is true
  /// (`keystone.auth.core.UserMFARulesValidator`).
  private func asksCallerForMore(_ change: Change) -> Bool {
    guard let caller, change.key == .user(caller.user),
      change.sets(.needsFactors) || change.sets(.factorRules)
    else { return false }
    let user = live.users.first { $0.value.name == caller.user }?.value
    func value(_ option: ResourceOption) -> FieldValue? {
      change.fields.first { $0.field == option.field }?.to
        ?? user?.options.fields.first { $0.field == option.field }?.value
    }
    guard value(.needsFactors) == .flag(true), case .texts(let rules) = value(.factorRules) else {
      return false
    }
    return !rules.isEmpty && !rules.contains("password")
  }

  /// Whether the login that this run may need again, and the next one does, would be refused.
  private func renamesCaller(_ change: Change) -> Bool {
    guard let caller, let former = change.formerKey else { return false }
    if case .named(.domain, _) = former { return caller.depends(on: former) }
    if case .named(.role, let role) = former {
      // Keystone's rules say who may do what by the names of roles.
      return role.isAdministrator && caller.depends(on: change.key)
    }
    return change.key == .user(caller.user)
      || caller.tenant.map { change.key == .tenant($0) } == true
  }

  private func checkIdentityService(_ changes: [Change]) throws(PlanError) {
    let services = Set(live.services.filter { $0.value.type == IdentityService.type }.map(\.id))
    let endpoints = live.endpoints.filter { services.contains($0.serviceID) }.map(\.id)
    try checkRowStays(of: .service, among: services, changes)
    try checkRowStays(of: .endpoint, among: Set(endpoints), changes)
  }

  private func checkRowStays(
    of kind: ResourceKind,
    among rows: Set<String>,
    _ changes: [Change]
  ) throws(PlanError) {
    let gone = changes.filter {
      $0.kind == kind && $0.takesAway && rows.contains($0.liveID ?? "")
    }
    guard let last = gone.last, gone.count == rows.count else { return }
    let isMade = changes.contains {
      $0.action == .create && $0.kind == kind && IdentityService.owns($0.key)
    }
    guard !isMade else { return }
    throw .removesIdentityService(last.key, last.action)
  }

  /// With `--only`, what a change needs may neither be live nor be made.
  private func checkReferences(_ changes: [Change]) throws(PlanError) {
    var made: Set<ResourceKey> = []
    for change in changes
    where change.action == .create && DependencyOrder.needed.contains(change.kind) {
      made.insert(change.key)
    }
    var missing: Set<ResourceKey> = []
    for change in changes where change.action != .delete {
      for need in change.needs where !made.contains(need) { missing.insert(need) }
    }
    // Keystone makes that role by itself, for the first user with a default tenant.
    if let memberRole, changes.contains(where: { $0.sets(.tenant) }) {
      missing.remove(.role(memberRole))
    }
    // What is needed is little where the cloud is large, so it is what is kept.
    for kind in NamedKind.allCases { removeLive(kind.type, from: &missing) }
    removeLive(live.services, from: &missing)
    let names = LimitNames(live)
    for limit in live.limits { missing.remove(.limit(names.key(of: limit))) }
    guard !missing.isEmpty else { return }
    for change in changes where change.action != .delete {
      for need in change.needs where missing.contains(need) {
        throw .missing(need, neededBy: change.key)
      }
    }
  }

  private func removeLive<Value: NamedResource>(
    _ type: Value.Type,
    from missing: inout Set<ResourceKey>
  ) {
    removeLive(live[keyPath: Value.live], from: &missing)
  }

  private func removeLive<Value: Resource>(
    _ rows: [Live<Value>],
    from missing: inout Set<ResourceKey>
  ) {
    guard missing.contains(where: { $0.kind == Value.kind }) else { return }
    for row in rows { missing.remove(row.value.resourceKey) }
  }
}

extension Change {
  /// Whether the rules about the caller, ``PlanSafety``'s and that of its password, may be about it: only
  /// then is it worth finding out who that is.
  package var mayTouchCaller: Bool {
    switch action {
    case .delete: true
    case .update:
      fields.contains { change in
        change.to == .flag(false)
          || [.password, .name, .needsFactors, .factorRules].contains(change.field)
      }
    case .create, .replace: false
    }
  }

  /// Whether nobody can make use of it afterwards: it is deleted or disabled.
  fileprivate var takesAway: Bool {
    action == .delete
      || action != .create && fields.contains { $0.field == .enabled && $0.to == .flag(false) }
  }

  /// What has to be there before the change can be made.
  var needs: [ResourceKey] {
    switch key {
    case .named(_, let name):
      var needs = name.domain.map { [ResourceKey.domain($0)] } ?? []
      if let whole = resource?.whole, sets(.parent) { needs.append(whole) }
      if sets(.tenant), case .named(.user(let user), _) = resource, let tenant = user.tenant {
        needs.append(.tenant(tenant))
      }
      return needs
    case .service:
      return []
    case .implication(let implication):
      return implication.parts
    case .membership(let membership):
      return membership.parts
    case .assignment(let assignment):
      return assignment.parts
    case .endpoint(let key):
      return [.service(key.service)]
    case .limit(let key):
      // A region may be there without having been looked for.
      return key.parts.filter { $0.kind != .region }
    }
  }
}
