internal import Texts

/// What Keystone makes of the `$(tenant_id)s` and `%(tenant_id)s` in a catalog URL.
///
/// It reads `$(` as `%(` and formats the result as Python does (`keystone.common.utils.format_url`).
/// From Liberty on it refuses what it can't format; before that it takes everything, and one such
/// URL fails each login with a 500 (up to 2014.1) or drops out of the catalog.
struct TemplateRule {
  private let scalars: [Unicode.Scalar]
  private var findings: [Finding] = []

  private struct Finding {
    let severity: SeedDiagnostic.Severity
    /// Whether it matters where v2.0 is spoken, and nowhere else.
    let isOfVersion2: Bool
    let message: String
    let hint: String?
  }

  /// The names that every release knows.
  private static let names = [
    "tenant_id", "user_id", "public_port", "admin_port", "public_bind_host", "admin_bind_host",
    "public_endpoint", "admin_endpoint",
  ]

  static func check(_ text: Located<String>, into diagnostics: inout DiagnosticCollector) {
    guard text.value.utf8.contains(where: { "$%\\".utf8.contains($0) }) else { return }
    var cleaned = text.value
    if cleaned.utf8.contains(UInt8(ascii: "\\")) {
      cleaned.removeAll { $0 == "\\" }
      // Guides escape the parentheses for a shell; the backslashes then end up in the catalog.
      diagnostics.error(
        "a URL can't hold a backslash",
        at: text.location,
        hint: cleaned.contains("@") ? nil : "write \(cleaned)"
      )
    }
    var rule = TemplateRule(scalars: Array(cleaned.unicodeScalars))
    rule.check()
    for finding in rule.findings {
      switch finding.severity {
      case .error: diagnostics.error(finding.message, at: text.location, hint: finding.hint)
      case .warning where finding.isOfVersion2:
        diagnostics.warningOverVersion2(finding.message, at: text.location, hint: finding.hint)
      case .warning: diagnostics.warning(finding.message, at: text.location, hint: finding.hint)
      }
    }
  }

  private init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  private mutating func check() {
    var index = 0
    while index < scalars.count {
      switch (scalars[index], next(index)) {
      case ("%", "%"):
        checkEscapedTemplate(at: index)
        index += 2
      case ("%", "("), ("$", "("):
        guard let end = checkTemplate(at: index) else { return }
        index = end
      case ("%", let following):
        reportStrayPercent(before: following)
        index += 1
      case ("$", _):
        index = checkBareDollar(at: index)
      default:
        index += 1
      }
    }
  }

  private func next(_ index: Int) -> Unicode.Scalar? {
    index + 1 < scalars.count ? scalars[index + 1] : nil
  }

  /// Checks `$(name)s`; returns where it ends, or nil where it has no end.
  private mutating func checkTemplate(at start: Int) -> Int? {
    let opening = String(scalars[start])
    guard let close = scalars[start...].firstIndex(of: ")") else {
      error("\"\(opening)(\" has no closing parenthesis")
      return nil
    }
    let name = String(String.UnicodeScalarView(scalars[(start + 2)..<close]))
    check(name, opening: opening)
    guard next(close) == "s" else {
      error(
        "\"\(opening)(\(name))\" must have an s behind the parenthesis",
        hint: "write \(opening)(\(name))s"
      )
      // A letter in the s's place was meant for one.
      guard let following = next(close) else { return close + 1 }
      return "dSirfx".unicodeScalars.contains(following) ? close + 2 : close + 1
    }
    return close + 2
  }

  private mutating func check(_ name: String, opening: String) {
    switch name {
    case _ where Self.names.contains(name):
      break
    case "project_id":
      // No release without v2.0 is older.
      warning(
        "Keystone knows project_id only from Mitaka on",
        hint: "tenant_id means the same in every release",
        isOfVersion2: true
      )
    case "compute_port":
      warning(
        "Keystone knows compute_port only up to Kilo, later releases refuse it",
        hint: "write the port itself"
      )
    case "compute_host":
      error(
        "Keystone takes compute_host and then leaves the interface out of the catalog",
        hint: "write the host itself"
      )
    case "admin_token":
      error("\"admin_token\" would publish Keystone's admin token to every user")
    default:
      let meant = ["tenant", "tenantid", "tenant_name", "project", "projectid"]
      error(
        "Keystone has no \"\(name)\" for URLs",
        hint: meant.contains(name.lowercased())
          ? "did you mean \"tenant_id\"?" : Spelling.hint(for: name, among: Self.names)
      )
    }
  }

  /// `%%(tenant_id)s` is accepted, and shows up in the catalog as a literal `%(tenant_id)s`.
  private mutating func checkEscapedTemplate(at index: Int) {
    guard next(index + 1) == "(" else { return }
    warning(
      "\"%%(\" is a literal \"%(\" in the catalog, nothing is filled in",
      hint: "write %( with one %"
    )
  }

  private mutating func reportStrayPercent(before following: Unicode.Scalar?) {
    let text = following.map { "%\($0)" } ?? "%"
    error("\"\(text)\" is no template, and Keystone refuses it", hint: "write %\(text)")
  }

  /// `$tenant_id` is plain text to Keystone; returns where the word ends.
  private mutating func checkBareDollar(at start: Int) -> Int {
    let isBraced = next(start) == "{"
    let rest = scalars.dropFirst(start + (isBraced ? 2 : 1))
    let letters = rest.prefix { $0 == "_" || $0.properties.isAlphabetic }
    guard !letters.isEmpty else { return start + 1 }
    let word = String(String.UnicodeScalarView(letters))
    let isTenant = ["tenant", "project", "project_id"].contains(word.lowercased())
    let name = isTenant ? "tenant_id" : word.lowercased()
    let message = "\"$\(isBraced ? "{" : "")\(word)\" is plain text to Keystone"
    if Self.names.contains(name) {
      error(message, hint: "write $(\(name))s")
    } else {
      warning(message)
    }
    return letters.endIndex
  }

  private mutating func error(_ message: String, hint: String? = nil) {
    findings.append(Finding(severity: .error, isOfVersion2: false, message: message, hint: hint))
  }

  private mutating func warning(
    _ message: String,
    hint: String? = nil,
    isOfVersion2: Bool = false
  ) {
    findings.append(
      Finding(severity: .warning, isOfVersion2: isOfVersion2, message: message, hint: hint)
    )
  }
}
