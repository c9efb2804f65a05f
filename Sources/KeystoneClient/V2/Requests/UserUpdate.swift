/// What to change of a user; what is nil stays as it is.
///
/// `PUT /users/{id}` takes a password under the key `password`; under `OS-KSADM:password` it would
/// store it in clear text, as an attribute that every later answer shows.
public struct UserUpdate: Hashable, Sendable {
  /// The new name.
  public var name: String?
  /// The new e-mail address.
  public var email: String?
  /// The ID of the new default tenant; v2.0 cannot take one away.
  ///
  /// The role `_member_` moves from the old one to the new one.
  public var tenantID: String?
  /// Whether the user is enabled; disabling kills all tokens of that user.
  public var enabled: Bool?
  /// The new password; setting even the same one kills all tokens of that user.
  public var password: Secret?

  /// Makes an update.
  public init(
    name: String? = nil,
    email: String? = nil,
    tenantID: String? = nil,
    enabled: Bool? = nil,
    password: Secret? = nil
  ) {
    self.name = name
    self.email = email
    self.tenantID = tenantID
    self.enabled = enabled
    self.password = password
  }

  /// The body, nil when nothing is set.
  var json: JSONValue? {
    guard self != UserUpdate() else { return nil }
    return .wrapped(
      in: "user",
      [
        "name": name.map(JSONValue.string),
        "email": email.map(JSONValue.string),
        "tenantId": tenantID.map(JSONValue.string),
        "enabled": enabled.map(JSONValue.bool),
        "password": password.map { .string($0.exposed()) },
      ]
    )
  }
}
