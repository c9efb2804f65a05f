import FoundationEssentials

/// A value as the JSON text that commands print and save.
enum JSONText {
  /// The text: sorted keys, so that the same value is the same text, ending in a line break.
  static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
