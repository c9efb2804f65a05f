/// A user to be made; what is nil is left to Keystone.
public struct NewUser: Hashable, Sendable {
  /// The name, unique within the cloud.
  public var name: String
  /// The password; without one the user can never log in.
  public var password: Secret?
  /// The e-mail address, which Keystone does not look at.
  public var email: String?
  /// The ID of the default tenant, which must exist.
  public var tenantID: String?
  /// Whether the user is enabled, as by default.
  public var enabled: Bool?

  /// Makes the request for a user.
  public init(
    name: String,
    password: Secret? = nil,
    email: String? = nil,
    tenantID: String? = nil,
    enabled: Bool? = nil
  ) {
    self.name = name
    self.password = password
    self.email = email
    self.tenantID = tenantID
    self.enabled = enabled
  }

  /// The body; `name` alone, since a `username` beside it would be stored as another attribute.
  var json: JSONValue {
    .wrapped(
      in: "user",
      [
        "name": .string(name),
        "password": password.map { .string($0.exposed()) },
        "email": email.map(JSONValue.string),
        "tenantId": tenantID.map(JSONValue.string),
        "enabled": enabled.map(JSONValue.bool),
      ]
    )
  }
}
