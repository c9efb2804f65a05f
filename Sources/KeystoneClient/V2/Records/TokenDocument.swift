/// What Keystone says about a token: whose it is, what it opens, until when.
public struct TokenDocument: Hashable, Sendable {
  /// The token itself.
  public var token: Secret
  /// When it was issued and when it ends, by the server's clock.
  public var validity: TokenValidity
  /// The tenant it is scoped to, nil for an unscoped one.
  public var tenant: TenantRecord?
  /// The user's ID.
  public var userID: String
  /// The user's name.
  public var userName: String
  /// The names of the user's roles in that tenant; empty for an unscoped token.
  public var roleNames: [String]
  /// The catalog as that user sees it; empty for an unscoped token.
  public var catalog: [CatalogEntry]

  /// Makes a document.
  public init(
    token: Secret,
    validity: TokenValidity = TokenValidity(),
    tenant: TenantRecord? = nil,
    userID: String,
    userName: String,
    roleNames: [String] = [],
    catalog: [CatalogEntry] = []
  ) {
    self.token = token
    self.validity = validity
    self.tenant = tenant
    self.userID = userID
    self.userName = userName
    self.roleNames = roleNames
    self.catalog = catalog
  }

  /// Whether the token is for a tenant, without which it opens no admin route.
  public var isScoped: Bool { tenant != nil }
}

extension TokenDocument: SessionToken {}

extension TokenDocument: JSONRecord {
  init(_ access: JSONRow) throws(ShapeFault) {
    let token = try access.row("token")
    let user = try access.row("user")
    self.token = Secret(try token.requiredText("id"))
    validity = TokenValidity(issuedAt: token.text("issued_at"), expires: token.text("expires"))
    if let tenant = try token.optionalRow("tenant") {
      self.tenant = try TenantRecord(tenant)
    }
    userID = try user.requiredText("id")
    userName = try user.requiredText("name", or: "username")
    roleNames = []
    for role in try user.optionalRows("roles") {
      roleNames.append(try role.requiredText("name"))
    }
    catalog = []
    for entry in try access.optionalRows("serviceCatalog") {
      catalog.append(try CatalogEntry(entry))
    }
  }
}
