/// What a Keystone on MySQL or MariaDB can keep as a description, kind by kind; others keep all.
struct DescriptionRule {
  /// Whose it is, for messages.
  let noun: String
  /// The longest one, in characters, where the column is a `VARCHAR`.
  var limit: Int?
  /// Whether it is in a column of its own; else it is in a JSON text, escaped, which holds anything.
  var isColumn = true

  // The columns of `region`, `role` and `project` (`keystone.common.sql.migrations`).
  static let region = DescriptionRule(noun: "a region's description", limit: 255)
  static let role = DescriptionRule(noun: "a role's description", limit: 255)
  static let tenant = DescriptionRule(noun: "a tenant's description")
  static let group = DescriptionRule(noun: "a group's description")
  static let user = DescriptionRule(noun: "a user's description", isColumn: false)

  func check(_ text: Located<String>, into diagnostics: inout DiagnosticCollector) {
    guard isColumn else { return }
    DatabaseRule.checkCharacters(of: text.value, noun, text.location, &diagnostics)
    guard let limit else {
      DatabaseRule.checkLength(of: text.value, noun, text.location, &diagnostics)
      return
    }
    let count = text.value.unicodeScalars.count
    guard count > limit else { return }
    diagnostics.warning(
      "\(noun) has \(count) characters, and a Keystone on MySQL stores \(limit)",
      at: text.location,
      hint: "Keystone answers 500 there"
    )
  }
}
