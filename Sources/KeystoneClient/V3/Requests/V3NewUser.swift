/// A user to be made.
///
/// With a default project no role comes along, unlike in v2.0.
public struct V3NewUser: Hashable, Sendable {
  /// The name, unique in its domain.
  public var name: String
  /// The domain that it is to live in.
  public var domainID: String
  /// The password; nil for none, with which nobody logs in.
  public var password: Secret?
  /// The e-mail address.
  public var email: String?
  /// The description.
  public var description: String?
  /// The ID of the default project, which Keystone does not look up.
  public var defaultProjectID: String?
  /// Whether the user may log in; nil for yes.
  public var enabled: Bool?
  /// The options; `ignore_change_password_upon_first_use` is too late for the password beside it.
  public var options: JSONObject?

  /// Makes a request.
  public init(
    name: String,
    domainID: String,
    password: Secret? = nil,
    email: String? = nil,
    description: String? = nil,
    defaultProjectID: String? = nil,
    enabled: Bool? = nil,
    options: JSONObject? = nil
  ) {
    self.name = name
    self.domainID = domainID
    self.password = password
    self.email = email
    self.description = description
    self.defaultProjectID = defaultProjectID
    self.enabled = enabled
    self.options = options
  }
}

extension V3NewUser {
  var json: JSONValue {
    .wrapped(
      in: "user",
      [
        "name": .string(name),
        "domain_id": .string(domainID),
        "password": password.map { .string($0.exposed()) },
        "email": email.map(JSONValue.string),
        "description": description.map(JSONValue.string),
        "default_project_id": defaultProjectID.map(JSONValue.string),
        "enabled": enabled.map(JSONValue.bool),
        "options": options.map(JSONValue.object),
      ]
    )
  }

  var secrets: [Secret] { password.map { [$0] } ?? [] }
}
