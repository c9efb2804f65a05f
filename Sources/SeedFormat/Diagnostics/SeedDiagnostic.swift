/// One thing that is wrong, or looks wrong, in a seed: what, where, and what to do about it.
///
/// It prints as compilers print, so that an editor can jump to the place. No secret is ever part
/// of it.
package struct SeedDiagnostic: Hashable, Sendable {
  /// Whether the seed can be used all the same.
  package enum Severity: String, Sendable {
    case error
    case warning
  }

  package let severity: Severity
  /// The file as the caller named it, or the option that is to blame.
  package let file: String
  /// The place in the file; nil where an option is to blame.
  package let location: FileLocation?
  package let message: String
  package let hint: String?

  package init(
    _ severity: Severity,
    file: String,
    location: FileLocation?,
    message: String,
    hint: String? = nil
  ) {
    self.severity = severity
    self.file = file
    self.location = location
    self.message = message
    self.hint = hint
  }
}

extension SeedDiagnostic: CustomStringConvertible {
  /// The line that is printed: `FILE:LINE:COLUMN: error: message (hint)`.
  package var description: String {
    let place = location.map { "\(file):\($0.line):\($0.column)" } ?? file
    let text = "\(place): \(severity.rawValue): \(message)"
    return hint.map { "\(text) (\($0))" } ?? text
  }
}
