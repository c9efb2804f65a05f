/// What to change of a user; what is nil stays as it is.
///
/// The password is not here: see ``KeystoneClient/setPassword(_:ofUser:)``.
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

  /// Makes an update.
  public init(
    name: String? = nil,
    email: String? = nil,
    tenantID: String? = nil,
    enabled: Bool? = nil
  ) {
    self.name = name
    self.email = email
    self.tenantID = tenantID
    self.enabled = enabled
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
      ]
    )
  }
}
