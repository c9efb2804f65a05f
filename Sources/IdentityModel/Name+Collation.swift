import Texts

/// Comparing names as a database may compare them.
///
/// MySQL's and MariaDB's collations for utf8 look neither at case nor at blanks at the end, and hold
/// a letter with a mark for the letter alone: `Demo` is `demo`, `José` is `Jose`, `Groß` is `gros`.
/// They differ in the details (`utf8_general_ci` keeps `ø` from `o`, `utf8mb4_0900_ai_ci` does not),
/// so whatever one of them takes for the same is the same here. SQLite and PostgreSQL keep all apart.
extension Name {
  /// The name with all taken away that a database may not look at; two names are twins where theirs
  /// are equal.
  package var folded: Name {
    // Most names are of this kind, and need not be put together anew.
    guard !text.hasOnlyBytes(Self.isKept) || text.utf8.last == UInt8(ascii: " ") else {
      return self
    }
    var bytes = Array(text.utf8)
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return Name(LetterFolding.folded(text)) }
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    for index in bytes.indices where UInt8(ascii: "A")...UInt8(ascii: "Z") ~= bytes[index] {
      bytes[index] |= 0x20
    }
    return Name(String(decoding: bytes, as: UTF8.self))
  }

  /// Whether folding leaves such a byte alone unless it is a blank at the end.
  private static func isKept(_ byte: UInt8) -> Bool {
    byte < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte)
  }

  /// Whether a database may take the two for one, which they are not.
  package func isTwin(of other: Name) -> Bool { self != other && folded == other.folded }
}

extension ResourceKey {
  /// The key with its names folded; see ``Name/folded``.
  package var folded: ResourceKey {
    switch self {
    case .named(let kind, let name): .named(kind, name.folded)
    case .implication(let implication):
      .implication(Implication(implication.role.folded, implies: implication.implied.folded))
    case .membership(let membership):
      .membership(Membership(user: membership.user.folded, group: membership.group.folded))
    case .assignment(let assignment): .assignment(assignment.folded)
    case .service(let key): .service(key.folded)
    case .endpoint(let key):
      .endpoint(
        EndpointKey(
          service: key.service.folded,
          region: key.region.folded,
          interface: key.interface
        )
      )
    case .limit(let key): .limit(key.folded)
    }
  }
}

extension RoleAssignment {
  fileprivate var folded: RoleAssignment {
    let holder: Holder =
      switch holder {
      case .user(let name): .user(name.folded)
      case .group(let name): .group(name.folded)
      }
    let scope: Scope =
      switch scope {
      case .tenant(let name): .tenant(name.folded)
      case .domain(let name): .domain(name.folded)
      case .system: .system
      case .tenantsBelow(let name): .tenantsBelow(name.folded)
      case .tenantsOfDomain(let name): .tenantsOfDomain(name.folded)
      }
    return RoleAssignment(holder, scope, role: role.folded)
  }
}

extension LimitKey {
  fileprivate var folded: LimitKey {
    let holder: LimitHolder? =
      switch holder {
      case .tenant(let name): .tenant(name.folded)
      case .domain(let name): .domain(name.folded)
      case nil: nil
      }
    return LimitKey(
      service: service.folded,
      region: region.folded,
      resource: resource.folded,
      holder: holder
    )
  }
}

extension ServiceKey {
  fileprivate var folded: ServiceKey { ServiceKey(type: type.folded, name: name.folded) }
}

/// Letters without their case and marks.
private enum LetterFolding {
  /// What `utf8_general_ci` takes every character beyond U+FFFF for.
  private static let replacement: Unicode.Scalar = "\u{FFFD}"

  static func folded(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { append(scalar, to: &scalars) }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  private static func append(_ scalar: Unicode.Scalar, to folded: inout String.UnicodeScalarView) {
    if scalar == "\u{DF}" || scalar == "\u{1E9E}" {
      // One weight, that of `s`, though its capital is two letters.
      folded.append("s")
    } else if scalar.value > 0xFFFF {
      folded.append(replacement)
    } else {
      // First to capitals: a long s, a dotless i and a final sigma have the capital of the usual one.
      for capital in scalar.properties.uppercaseMapping.unicodeScalars
      where capital.properties.generalCategory != .nonspacingMark {
        folded.append(contentsOf: base(of: capital).properties.lowercaseMapping.unicodeScalars)
      }
    }
  }

  /// The letter without its marks, which its Unicode name tells: `LATIN CAPITAL LETTER E WITH ACUTE`.
  private static func base(of capital: Unicode.Scalar) -> Unicode.Scalar {
    guard capital.value >= 0x80, let name = capital.properties.name else { return capital }
    if capital == "\u{401}" { return "\u{415}" }
    let words = name.split(separator: " ", omittingEmptySubsequences: false)
    guard let with = words.firstIndex(of: "WITH") else { return capital }
    return letters[words[..<with].joined(separator: " ")] ?? capital
  }

  /// Every capital of the scripts that have letters with marks, by its Unicode name.
  private static let letters: [String: Unicode.Scalar] = {
    var letters: [String: Unicode.Scalar] = [:]
    for range in [0x41...0x5A, 0xC0...0x24F, 0x370...0x52F] as [ClosedRange<UInt32>] {
      for scalar in range.lazy.compactMap(Unicode.Scalar.init) {
        if let name = scalar.properties.name { letters[name] = scalar }
      }
    }
    return letters
  }()
}
