/// What to change of a user; what is nil stays as it is.
public struct V3UserUpdate: Hashable, Sendable {
  /// The new name.
  public var name: String?
  /// The new e-mail address.
  public var email: V3Setting<String>?
  /// The new description.
  public var description: V3Setting<String>?
  /// The ID of the new default project.
  public var defaultProjectID: V3Setting<String>?
  /// Whether the user is enabled; disabling kills all tokens of that user.
  public var enabled: Bool?
  /// The new password; setting even the same one kills all tokens of that user.
  public var password: V3Setting<Secret>?
  /// The options; those that are not named stay as they are by themselves, null removes one.
  public var options: JSONObject?

  /// Makes a request.
  public init(
    name: String? = nil,
    email: V3Setting<String>? = nil,
    description: V3Setting<String>? = nil,
    defaultProjectID: V3Setting<String>? = nil,
    enabled: Bool? = nil,
    password: V3Setting<Secret>? = nil,
    options: JSONObject? = nil
  ) {
    self.name = name
    self.email = email
    self.description = description
    self.defaultProjectID = defaultProjectID
    self.enabled = enabled
    self.password = password
    self.options = options
  }
}

extension V3UserUpdate {
  func json() throws(KeystoneError) -> JSONValue {
    try .update(
      "user",
      [
        "name": name.map(JSONValue.string),
        "email": email?.json,
        "description": description?.json,
        "default_project_id": defaultProjectID?.json,
        "enabled": enabled.map(JSONValue.bool),
        "password": password?.json,
        "options": options.map(JSONValue.object),
      ]
    )
  }

  var secrets: [Secret] { password?.secrets ?? [] }
}
