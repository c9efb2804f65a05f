/// The URL of an endpoint as it is stored, with places such as `$(tenant_id)s` to fill in.
///
/// Keystone replaces `$(` by `%(` and leaves the rest to Python's `%` operator, so what Python
/// would refuse is refused here too (`keystone.common.utils.format_url`).
struct CatalogTemplate {
  /// What makes a template unusable.
  struct Malformed: Error {}

  /// The names that may stand in a template on Pike.
  static let names: Set<String> = [
    "tenant_id", "project_id", "user_id", "public_bind_host", "admin_bind_host", "compute_host",
    "admin_port", "public_port", "public_endpoint", "admin_endpoint",
  ]

  let text: String

  /// Checks the template as Keystone does at creation: every name stands for the empty text.
  func check(_ names: Set<String> = Self.names) throws(Malformed) {
    _ = try fill(Dictionary(uniqueKeysWithValues: names.map { ($0, "") }), nameless: "")
  }

  /// The URL with every place filled in.
  ///
  /// A place without a name (`%s`) passes the check but renders a Python object in a real
  /// catalog; here such an endpoint drops out, as one with an unknown name does.
  func filled(_ values: [String: String]) throws(Malformed) -> String {
    try fill(values, nameless: nil)
  }

  private func fill(_ values: [String: String], nameless: String?) throws(Malformed) -> String {
    var rest = Substring(text.replacing("$(", with: "%("))
    var url = ""
    while let percent = rest.firstIndex(of: "%") {
      url += rest[..<percent]
      rest = rest[percent...].dropFirst()
      url += try Place(&rest).render(values, nameless: nameless)
    }
    return url + rest
  }
}

extension CatalogTemplate {
  /// One `%…` of Python's formatting: `%(name)-5.3s`.
  private struct Place {
    private var name: String?
    private var alignsLeft = false
    private var width = 0
    private var precision: Int?
    private var conversion: Character

    init(_ rest: inout Substring) throws(Malformed) {
      if rest.hasPrefix("(") {
        name = try Self.name(&rest)
      }
      while let flag = rest.first, "#0- +".contains(flag) {
        alignsLeft = alignsLeft || flag == "-"
        rest.removeFirst()
      }
      width = Self.number(&rest) ?? 0
      if rest.first == "." {
        rest.removeFirst()
        precision = Self.number(&rest) ?? 0
      }
      if let length = rest.first, "hlL".contains(length) {
        rest.removeFirst()
      }
      guard let conversion = rest.popFirst() else { throw Malformed() }
      self.conversion = conversion
    }

    /// The text in parentheses; those inside it must balance.
    private static func name(_ rest: inout Substring) throws(Malformed) -> String {
      var depth = 0
      for index in rest.indices {
        if rest[index] == "(" { depth += 1 }
        if rest[index] == ")" { depth -= 1 }
        if depth == 0 {
          let name = String(rest[..<index].dropFirst())
          rest = rest[index...].dropFirst()
          return name
        }
      }
      throw Malformed()
    }

    private static func number(_ rest: inout Substring) -> Int? {
      let digits = rest.prefix { ("0"..."9").contains($0) }
      rest = rest[digits.endIndex...]
      return Int(digits).map { min($0, 1000) }
    }

    func render(_ values: [String: String], nameless: String?) throws(Malformed) -> String {
      let value = name.map { values[$0] } ?? nameless
      switch conversion {
      case "%" where name == nil: return "%"
      case "%" where value != nil: return "%"
      case "s": return padded(try found(value))
      case "r", "a": return padded("'" + (try found(value)) + "'")
      default: throw Malformed()
      }
    }

    private func found(_ value: String?) throws(Malformed) -> String {
      guard let value else { throw Malformed() }
      return value
    }

    private func padded(_ value: String) -> String {
      let shown = precision.map { String(value.prefix($0)) } ?? value
      let padding = String(repeating: " ", count: max(0, width - shown.count))
      return alignsLeft ? shown + padding : padding + shown
    }
  }
}
