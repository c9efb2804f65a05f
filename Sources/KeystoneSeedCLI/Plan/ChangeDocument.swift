import IdentityModel
import Reconciliation

/// One change as JSON.
struct ChangeDocument: Hashable, Codable {
  let action: Action
  let kind: ResourceKind
  /// The key's parts, as far as the kind has them.
  private(set) var name: String?
  /// The domain in which it lives, where that is not the default one; of an assignment, on which it is; of a
  /// limit, whose own it is.
  private(set) var domain: String?
  private(set) var type: String?
  private(set) var service: String?
  private(set) var region: String?
  /// Of an endpoint where each interface is a row of its own.
  private(set) var interface: EndpointInterface?
  /// Of a limit.
  private(set) var resource: String?
  private(set) var user: String?
  private(set) var group: String?
  private(set) var tenant: String?
  private(set) var role: String?
  /// The role that comes with that one, of an implication.
  private(set) var implies: String?
  /// The domains of those, where they are not the default one; of a role that belongs to none.
  private(set) var userDomain: String?
  private(set) var groupDomain: String?
  private(set) var tenantDomain: String?
  private(set) var roleDomain: String?
  private(set) var impliesDomain: String?
  /// True of an assignment on the system.
  private(set) var system: Bool?
  /// True of an assignment on all that lives in the tenant or domain, and not on that itself.
  private(set) var inherited: Bool?
  /// The live row's ID, where there is one.
  let id: String?
  let fields: [FieldDocument]
  let reason: ChangeReason?
  /// Who gains and who loses which roles by it; nil where that is not told of it, or not known.
  private(set) var consequences: [ConsequenceDocument]?

  init(_ change: Change, _ consequences: [Consequence]? = nil) {
    self.consequences = consequences.map { $0.map { ConsequenceDocument($0) } }
    action = change.action
    kind = change.key.kind
    id = change.liveID
    fields = change.fields.map { FieldDocument($0) }
    reason = change.reason
    switch change.key {
    case .named(_, let name):
      self.name = name.text
      domain = name.domain?.text
    case .implication(let implication):
      (role, roleDomain) = (implication.role.text, implication.role.domain?.text)
      (implies, impliesDomain) = (implication.implied.text, implication.implied.domain?.text)
    case .membership(let membership):
      (user, userDomain) = (membership.user.text, membership.user.domain?.text)
      (group, groupDomain) = (membership.group.text, membership.group.domain?.text)
    case .assignment(let assignment):
      role = assignment.role.text
      roleDomain = assignment.role.domain?.text
      switch assignment.holder {
      case .user(let name): (user, userDomain) = (name.text, name.domain?.text)
      case .group(let name): (group, groupDomain) = (name.text, name.domain?.text)
      }
      switch assignment.scope {
      case .tenant(let name), .tenantsBelow(let name):
        (tenant, tenantDomain) = (name.text, name.domain?.text)
      case .domain(let name), .tenantsOfDomain(let name): domain = name.text
      case .system: system = true
      }
      if assignment.scope.isInherited { inherited = true }
    case .service(let key):
      name = key.name.text
      type = key.type.text
    case .endpoint(let key):
      service = key.service.name.text
      type = key.service.type.text
      region = key.region.text
      interface = key.interface
    case .limit(let key):
      service = key.service.name.text
      type = key.service.type.text
      region = key.region.text
      resource = key.resource.text
      switch key.holder {
      case .tenant(let name): (tenant, tenantDomain) = (name.text, name.domain?.text)
      case .domain(let name): domain = name.text
      case nil: break
      }
    }
  }

  /// What it is about; nil where a part of the key is missing, so that no command wrote it.
  var key: ResourceKey? {
    if let kind = NamedKind(kind) { return qualifiedName.map { .named(kind, $0) } }
    switch kind {
    case .implication:
      guard let role = Self.name(role, roleDomain), let implied = Self.name(implies, impliesDomain)
      else { return nil }
      return .implication(Implication(role, implies: implied))
    case .membership:
      guard let user = Self.name(user, userDomain), let group = Self.name(group, groupDomain)
      else { return nil }
      return .membership(Membership(user: user, group: group))
    case .assignment:
      guard let holder, let scope, let role = Self.name(role, roleDomain) else { return nil }
      return .assignment(RoleAssignment(holder, scope, role: role))
    case .service:
      guard let type, let name else { return nil }
      return .service(ServiceKey(type: Name(type), name: Name(name)))
    case .endpoint:
      guard let type, let service, let region else { return nil }
      let key = ServiceKey(type: Name(type), name: Name(service))
      return .endpoint(EndpointKey(service: key, region: Name(region), interface: interface))
    case .registeredLimit:
      return registeredLimit.map { .limit($0) }
    case .limit:
      guard let limitHolder else { return nil }
      return registeredLimit.map { .limit($0.own(of: limitHolder)) }
    case .domain, .region, .role, .tenant, .group, .user:
      return nil
    }
  }
}

extension ChangeDocument {
  /// The same as it is where nobody has asked for consequences.
  var withoutConsequences: ChangeDocument {
    var change = self
    change.consequences = nil
    return change
  }

  /// What the object is called, with its domain; nil for what has a key of several parts.
  var qualifiedName: QualifiedName? { Self.name(name, domain) }

  private static func name(_ name: String?, _ domain: String?) -> QualifiedName? {
    name.map { QualifiedName(Name($0), of: domain.map { Name($0) }) }
  }

  private var registeredLimit: LimitKey? {
    guard let type, let service, let region, let resource else { return nil }
    return LimitKey(
      service: ServiceKey(type: Name(type), name: Name(service)),
      region: Name(region),
      resource: Name(resource)
    )
  }

  private var limitHolder: LimitHolder? {
    if let tenant = Self.name(tenant, tenantDomain) { return .tenant(tenant) }
    return domain.map { .domain(Name($0)) }
  }

  private var holder: RoleAssignment.Holder? {
    Self.name(user, userDomain).map { .user($0) }
      ?? Self.name(group, groupDomain).map { .group($0) }
  }

  private var scope: RoleAssignment.Scope? {
    let scope: RoleAssignment.Scope? =
      if let tenant = Self.name(tenant, tenantDomain) {
        .tenant(tenant)
      } else {
        domain.map { .domain(Name($0)) } ?? (system == true ? .system : nil)
      }
    return inherited == true ? scope?.inherited : scope
  }
}
