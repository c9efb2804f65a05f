/// A user as Keystone shows it: never with a password.
///
/// Extra attributes other than these are left out on purpose: whatever a request holds beside what
/// Keystone knows is stored as one, and shown by every later answer.
public struct V3User: Hashable, Sendable {
  /// Keystone's ID.
  public var id: String
  /// The name that logs in, in its domain.
  public var name: String
  /// The domain that it lives in.
  public var domainID: String
  /// The e-mail address: any JSON at all, since Keystone does not look at it; nil for none.
  public var email: JSONValue?
  /// The description; nil where none was sent.
  public var description: String?
  /// The ID of the default project, which need not be there.
  public var defaultProjectID: String?
  /// Whether the user may log in.
  public var enabled: Bool
  /// When the password ends, as the server wrote it; nil for never.
  public var passwordExpiresAt: String?
  /// The options, such as `ignore_password_expiry`.
  public var options: JSONObject

  /// Makes a record.
  public init(
    id: String,
    name: String,
    domainID: String,
    email: JSONValue? = nil,
    description: String? = nil,
    defaultProjectID: String? = nil,
    enabled: Bool = true,
    passwordExpiresAt: String? = nil,
    options: JSONObject = [:]
  ) {
    self.id = id
    self.name = name
    self.domainID = domainID
    self.email = email
    self.description = description
    self.defaultProjectID = defaultProjectID
    self.enabled = enabled
    self.passwordExpiresAt = passwordExpiresAt
    self.options = options
  }
}

extension V3User {
  /// The e-mail address as a text, be it the JSON of something that is none.
  public var emailText: String? {
    guard let email else { return nil }
    if case .string(let text) = email { return text }
    return email.serialized
  }

  /// Whether the ID is one that Keystone gives: 32 hexadecimal digits.
  ///
  /// A user who lives in LDAP has 64 of them, or what stands in the directory, and Keystone can
  /// change nothing about that user.
  public var hasDatabaseID: Bool { id.isDatabaseID }
}

extension V3User: JSONRecord {
  init(_ row: JSONRow) throws(ShapeFault) {
    id = try row.identifier()
    name = try row.requiredText("name")
    domainID = try row.requiredText("domain_id")
    email = row["email"]?.value
    description = row.text("description")
    defaultProjectID = row.text("default_project_id")
    enabled = try row.isEnabled()
    passwordExpiresAt = row.text("password_expires_at")
    options = row.members("options")
  }
}
