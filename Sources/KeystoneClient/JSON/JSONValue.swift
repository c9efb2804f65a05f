/// Any JSON value, with its numbers exactly as they were written.
///
/// Keystone stores whatever JSON it is sent as a user's e-mail or as an extra attribute, and hands
/// it back; a number that went through a `Double` would not be the one that is stored.
public enum JSONValue: Hashable, Sendable {
  /// The literal `null`.
  case null
  /// The literal `true` or `false`.
  case bool(Bool)
  /// A number, as its literal text: `10`, `1.50` and `1e999` stay what they are.
  case number(String)
  /// A text.
  case string(String)
  /// A list of values.
  case array([JSONValue])
  /// Values by name.
  case object(JSONObject)
}
