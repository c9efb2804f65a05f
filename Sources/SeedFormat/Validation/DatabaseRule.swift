internal import Texts

/// What the tables of a Keystone on MySQL or MariaDB cannot hold; others hold it.
///
/// Their `utf8` ends at U+FFFF, and a `TEXT` column at 64 KiB. Keystone answers 500 to either, again
/// and again.
package enum DatabaseRule {
  /// How many bytes a `TEXT` column holds.
  package static let mostBytes = 65_535

  /// The first character that `utf8` cannot hold, such as `U+1F600`.
  package static func unstorableCharacter(of text: String) -> String? {
    text.unicodeScalars.first { $0.value > 0xFFFF }?.notation
  }

  /// Warns of a character that `utf8` cannot hold.
  static func checkCharacters(
    of text: String,
    _ noun: String,
    _ location: FileLocation,
    _ diagnostics: inout DiagnosticCollector
  ) {
    guard let character = unstorableCharacter(of: text) else { return }
    diagnostics.warning(
      "\(noun) holds \(character), which a Keystone on MySQL may not be able to store",
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
