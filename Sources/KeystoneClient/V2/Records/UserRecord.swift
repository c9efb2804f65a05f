/// A user as Keystone shows it: never with a password.
///
/// Extra attributes are left out on purpose: a `PUT` with the key `OS-KSADM:password` stores the
/// clear text as one, and every later answer holds it (`keystone.identity.controllers`).
public struct UserRecord: Hashable, Sendable {
  /// Keystone's ID.
  public var id: String
  /// The name that logs in; `username` where a row has no `name`.
  public var name: String
  /// The e-mail address: any JSON at all, since Keystone does not look at it; nil for none.
  public var email: JSONValue?
  /// The ID of the default tenant, which may be gone in releases before Pike.
  public var tenantID: String?
  /// Whether the user may log in.
  public var enabled: Bool

  /// Makes a record.
  public init(
    id: String,
    name: String,
    email: JSONValue? = nil,
    tenantID: String? = nil,
    enabled: Bool = true
  ) {
    self.id = id
    self.name = name
    self.email = email
    self.tenantID = tenantID
    self.enabled = enabled
  }

  /// The e-mail address as a text, be it the JSON of something that is none.
  public var emailText: String? {
    guard let email else { return nil }
    if case .string(let text) = email { return text }
    return email.serialized
  }
}

extension UserRecord {
  /// Whether the ID is one that Keystone gives: 32 hexadecimal digits.
  ///
  /// A user who lives in LDAP has what stands there, such as `nova` or `Doe, Jane`, and Keystone
  /// can change nothing about that user.
  public var hasDatabaseID: Bool { id.isDatabaseID }
}

extension UserRecord: JSONRecord {
  init(_ row: JSONRow) throws(ShapeFault) {
    id = try row.identifier()
    name = try row.requiredText("name", or: "username")
    email = row["email"]?.value
    tenantID = row.text("tenantId")
    enabled = try row.isEnabled()
  }
}
