import Foundation

/// Which names a database takes for the same.
enum NameCollation: Sendable {
  /// None but equal ones, code point by code point: SQLite and PostgreSQL.
  case exact
  /// Those that differ by case, by accents or by blanks at the end: MariaDB and MySQL with
  /// `utf8_general_ci`, which is what a Keystone's tables have there.
  case generalCI

  /// The text under which a name is found: names with the same one are the same.
  func key(of name: String) -> String {
    switch self {
    case .exact: return name
    case .generalCI:
      var scalars = name.unicodeScalars.map(Self.folded)
      while scalars.last == " " { scalars.removeLast() }
      return String(String.UnicodeScalarView(scalars))
    }
  }

  /// False for a name with a code point of four bytes, of which `utf8` has no idea.
  func canStore(_ name: String) -> Bool {
    switch self {
    case .exact: true
    case .generalCI: name.unicodeScalars.allSatisfy { $0.value <= 0xFFFF }
    }
  }

  /// False for a text that a column of the kind `TEXT` can't hold, of which SQLite has none.
  func canHold(_ text: JSONValue?) -> Bool {
    switch self {
    case .exact: true
    case .generalCI: (text?.string?.utf8.count ?? 0) <= 65_535
    }
  }

  /// The letter without accents, in capitals; the database compares code point by code point and
  /// ignores none.
  ///
  /// Of 63,487 code points MariaDB 10.11 weighs 62,784 so. The others are letters whose capitals
  /// are younger than its tables, and they stay as they are there.
  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "ß": return "S"
    case "й": return "Й"
    case "Й": return scalar
    default: break
    }
    let base = unaccented(scalar)
    let upper = base.properties.uppercaseMapping.unicodeScalars
    guard upper.count == 1, let capital = upper.first else { return base }
    return (capital.properties.age?.major ?? .max) > 4 ? scalar : unaccented(capital)
  }

  private static func unaccented(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
    guard let base = parts.first,
      parts.dropFirst().allSatisfy({ $0.properties.generalCategory == .nonspacingMark })
    else { return scalar }
    return base
  }
}
