/// A token of v3, and what Keystone says of it: whose it is, what it opens, until when.
public struct V3Token: Hashable, Sendable {
  /// The token itself, which comes in a header.
  public var token: Secret
  /// When it was issued and when it ends, by the server's clock.
  public var validity: TokenValidity
  /// How the user got in, such as `password`.
  public var methods: [String]
  /// The user, with the name as Keystone spells it.
  public var user: V3DomainMember
  /// The project that it is scoped to.
  public var project: V3DomainMember?
  /// Whether that project is a domain (`is_domain`).
  public var isDomain: Bool
  /// The domain that it is scoped to: lists show that domain alone then, and do not say so.
  public var domain: V3NamedID?
  /// Whether it is scoped to the system.
  public var isSystem: Bool
  /// The user's roles in that scope, implied ones included; none for an unscoped token.
  public var roles: [V3NamedID]
  /// The catalog as that user sees it; empty for an unscoped token, and where it was not asked for.
  public var catalog: [V3CatalogEntry]

  /// Makes one.
  public init(
    token: Secret,
    validity: TokenValidity = TokenValidity(),
    methods: [String] = [],
    user: V3DomainMember,
    project: V3DomainMember? = nil,
    isDomain: Bool = false,
    domain: V3NamedID? = nil,
    isSystem: Bool = false,
    roles: [V3NamedID] = [],
    catalog: [V3CatalogEntry] = []
  ) {
    self.token = token
    self.validity = validity
    self.methods = methods
    self.user = user
    self.project = project
    self.isDomain = isDomain
    self.domain = domain
    self.isSystem = isSystem
    self.roles = roles
    self.catalog = catalog
  }

  /// Whether it is for something, without which it opens no admin route.
  public var isScoped: Bool { project != nil || domain != nil || isSystem }
}

extension V3Token: SessionToken {
  var userID: String { user.id }

  /// The IDs that a 404 names where the token itself is dead.
  var ownIDs: Set<String> {
    Set([user.id, user.domain.id, project?.id, project?.domain.id, domain?.id].compactMap { $0 })
  }
}

extension V3Token {
  init(_ token: Secret, _ row: JSONRow) throws(ShapeFault) {
    self.token = token
    validity = TokenValidity(issuedAt: row.text("issued_at"), expires: row.text("expires_at"))
    methods = row.texts("methods")
    user = try V3DomainMember(row.row("user"))
    project = try row.optionalRow("project").map { row throws(ShapeFault) in
      try V3DomainMember(row)
    }
    isDomain = row["is_domain"]?.kind == .yes
    domain = try row.optionalRow("domain").map { row throws(ShapeFault) in try V3NamedID(row) }
    isSystem = try row.optionalRow("system")?["all"]?.kind == .yes
    roles = []
    for role in try row.optionalRows("roles") { roles.append(try V3NamedID(role)) }
    catalog = []
    for entry in try row.optionalRows("catalog") { catalog.append(try V3CatalogEntry(entry)) }
  }
}
