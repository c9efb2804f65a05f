/// What the tables of a Keystone on MySQL or MariaDB cannot hold; others hold it.
///
/// Their `utf8` ends at U+FFFF, and a `TEXT` column at 64 KiB. Keystone answers 500 to either, again
/// and again.
enum DatabaseRule {
  private static let mostBytes = 65_535

  /// Warns of a character that `utf8` cannot hold.
  static func checkCharacters(
    of text: String,
    _ noun: String,
    _ location: FileLocation,
    _ diagnostics: inout DiagnosticCollector
  ) {
    guard let scalar = text.unicodeScalars.first(where: { $0.value > 0xFFFF }) else { return }
    let code = String(scalar.value, radix: 16, uppercase: true)
    diagnostics.warning(
      "\(noun) holds U+\(code), which a Keystone on MySQL may not be able to store",
      at: location,
      hint: "its utf8 ends at U+FFFF, and Keystone answers 500"
    )
  }

  /// Warns of a text that is too long for a column.
  static func checkLength(
    of text: String,
    _ noun: String,
    _ location: FileLocation,
    _ diagnostics: inout DiagnosticCollector
  ) {
    let count = text.utf8.count
    guard count > mostBytes else { return }
    diagnostics.warning(
      "\(noun) has \(count) bytes, and a Keystone on MySQL stores \(mostBytes)",
      at: location,
      hint: "Keystone answers 500 there"
    )
  }
}
