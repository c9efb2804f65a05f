import IdentityModel
import Reconciliation

/// What a change comes to for one user, as JSON.
struct ConsequenceDocument: Hashable, Codable {
  let effect: Consequence.Effect
  /// Who gains or loses the role, by name or, where nobody has read that, by ID.
  private let user: String?
  private let userDomain: String?
  private let userID: String?
  let role: String
  /// Where, in one of three ways.
  private let tenant: String?
  private let tenantDomain: String?
  private let tenantID: String?
  private let domain: String?
  private let domainID: String?
  private let system: Bool?

  init(_ consequence: Consequence) {
    effect = consequence.effect
    role = consequence.role.role.text
    (user, userDomain, userID) = Self.words(for: consequence.role.user)
    var (tenant, domain): (NameOrID?, NameOrID?)
    switch consequence.role.scope {
    case .tenant(let object): tenant = object
    case .domain(let object): domain = object
    case .system: break
    }
    (self.tenant, tenantDomain, tenantID) = Self.words(for: tenant)
    (self.domain, _, domainID) = Self.words(for: domain)
    system = consequence.role.scope == .system ? true : nil
  }

  private typealias Words = (name: String?, domain: String?, id: String?)

  private static func words(for object: NameOrID?) -> Words {
    switch object {
    case .name(let name): (name.text, name.domain?.text, nil)
    case .id(let id): (nil, nil, id)
    case nil: (nil, nil, nil)
    }
  }
}

extension Consequence {
  /// What was saved; nil where a part of it is missing, so that no command wrote it.
  init?(_ document: ConsequenceDocument) {
    guard let role = document.effectiveRole else { return nil }
    self.init(document.effect, role)
  }
}

extension ConsequenceDocument {
  fileprivate var effectiveRole: EffectiveRole? {
    guard let user = Self.object(user, userDomain, userID), let scope else { return nil }
    return EffectiveRole(user, scope, role: QualifiedName(role))
  }

  private var scope: EffectiveRole.Scope? {
    if let tenant = Self.object(tenant, tenantDomain, tenantID) { return .tenant(tenant) }
    if let domain = Self.object(domain, nil, domainID) { return .domain(domain) }
    return system == true ? .system : nil
  }

  private static func object(_ name: String?, _ domain: String?, _ id: String?) -> NameOrID? {
    if let name { return .name(QualifiedName(Name(name), of: domain.map { Name($0) })) }
    return id.map { .id($0) }
  }
}
