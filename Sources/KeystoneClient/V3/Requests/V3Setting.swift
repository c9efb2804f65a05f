/// What a field of an object is to be, where it can be taken away too.
///
/// An update has nil for a field that stays as it is.
public enum V3Setting<Value: Hashable & Sendable>: Hashable, Sendable {
  /// That value.
  case value(Value)
  /// None, which is sent as null.
  case null
}

extension V3Setting where Value == String {
  var json: JSONValue {
    switch self {
    case .value(let text): .string(text)
    case .null: .null
    }
  }
}

extension V3Setting where Value == Secret {
  var json: JSONValue {
    switch self {
    case .value(let secret): .string(secret.exposed())
    case .null: .null
    }
  }

  /// The secret, as a list of none or one.
  var secrets: [Secret] {
    switch self {
    case .value(let secret): [secret]
    case .null: []
    }
  }
}

extension JSONValue {
  /// The body of an update: the members that are set, or an error where none is.
  static func update(
    _ wrapper: String,
    _ members: [String: JSONValue?]
  ) throws(KeystoneError) -> JSONValue {
    let set = members.compactMapValues { $0 }
    guard !set.isEmpty else { throw KeystoneError(.nothingToSend) }
    return .object([wrapper: .object(JSONObject(set))])
  }
}
