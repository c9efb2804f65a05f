import SeedFormat

/// What is wrong with a seed, as JSON.
struct DiagnosticsDocument: Encodable {
  struct Entry: Encodable {
    let severity: String
    let file: String
    /// Nil where an option is to blame.
    let line: Int?
    let column: Int?
    let message: String
    let hint: String?
  }

  let valid: Bool
  let diagnostics: [Entry]

  init(_ reading: SeedReading) {
    valid = reading.desired != nil
    diagnostics = reading.diagnostics.map { diagnostic in
      Entry(
        severity: diagnostic.severity.rawValue,
        file: diagnostic.file,
        line: diagnostic.location?.line,
        column: diagnostic.location?.column,
        message: diagnostic.message,
        hint: diagnostic.hint
      )
    }
  }
}
