import KeystoneClient

extension V3Setting {
  /// That value, or none.
  static func setting(_ value: Value?) -> V3Setting { value.map { .value($0) } ?? .null }
}
