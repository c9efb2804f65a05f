import FoundationEssentials

/// A value as the JSON text that commands print and save.
enum JSONText {
  /// The text: sorted keys, so that the same value is the same text, ending in a line break.
  static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  /// A report as the text that a command prints, with the version of its format.
  ///
  /// What is added to a report does not change the version; `Schemas/` says what is in each.
  static func report(_ body: some Encodable) throws -> String {
    try of(VersionedReport(body: body))
  }
}

/// A report with the version of its format beside what is in it.
private struct VersionedReport<Body: Encodable>: Encodable {
  private enum Key: String, CodingKey {
    case version
  }

  let body: Body

  func encode(to encoder: any Encoder) throws {
    try body.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(1, forKey: .version)
  }
}
