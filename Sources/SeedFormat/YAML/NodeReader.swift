internal import Yams

/// Walks YAML nodes and hands out what a format asks for, each with its place in the file.
///
/// What does not fit is reported once, where it stands, and comes back as nil or is left out, so
/// that the walk goes on and no second message follows from the same mistake.
struct NodeReader {
  var diagnostics: DiagnosticCollector
  private let mask: KeyMask
  private var visitsLeft: Int

  /// How many visits a file may cost beyond one for each of its bytes.
  ///
  /// A node without aliases takes at least one byte. Aliases share nodes: six lines can stand for
  /// a million visits, so they are counted.
  private static let aliasAllowance = 1_000_000

  init(mask: KeyMask, byteCount: Int, diagnostics: DiagnosticCollector) {
    self.mask = mask
    self.diagnostics = diagnostics
    visitsLeft = byteCount + Self.aliasAllowance
  }

  func location(of node: Node) -> FileLocation {
    node.mark.map(FileLocation.init) ?? .start
  }

  /// Whether a value was left empty: nothing behind the colon, `~` or `null`.
  func isNull(_ node: Node) -> Bool {
    guard case .scalar(let scalar) = node else { return false }
    return scalar.isNull
  }

  /// Counts a visit; false once the file has had its share.
  mutating func visit(_ node: Node) -> Bool {
    visitsLeft -= 1
    if visitsLeft == 0 {
      diagnostics.error("the aliases of this file stand for too many nodes", at: location(of: node))
    }
    return visitsLeft > 0
  }

  /// Refuses explicit types, `!!str` excepted: the place of a value already says what it is.
  mutating func hasAcceptableTag(_ tag: Tag, implicit: Tag.Name, at location: FileLocation) -> Bool
  {
    guard [Tag.Name.implicit, implicit].contains(where: { $0.rawValue == tag.rawValue }) else {
      // The tag is not quoted: a password that begins with an exclamation mark is read as one.
      diagnostics.error(
        "a YAML tag has no meaning here",
        at: location,
        hint: "quote a text that begins with an exclamation mark"
      )
      return false
    }
    return true
  }

  /// A key as the file has it; keys are scalars.
  mutating func keyText(_ node: Node) -> String? {
    guard case .scalar(let scalar) = node, !(scalar.style == .plain && scalar.saysNull) else {
      diagnostics.error("a key must be a text", at: location(of: node))
      return nil
    }
    guard hasAcceptableTag(scalar.tag, implicit: .str, at: location(of: node))
    else { return nil }
    return mask.original(of: scalar.string)
  }
}

extension Node.Scalar {
  /// Whether YAML 1.2's core schema reads it as null.
  var isNull: Bool {
    style == .plain && saysNull && tag.rawValue != Tag.Name.str.rawValue
  }

  /// Whether a plain scalar like this is null unless a tag says otherwise.
  ///
  /// A key's tag does not tell: Yams fills it in as soon as it compares keys.
  fileprivate var saysNull: Bool {
    ["", "~", "null", "Null", "NULL"].contains(string)
  }
}

extension Node {
  /// What the node is, for messages; never what it says.
  var noun: String {
    switch self {
    case .scalar(let scalar): scalar.isNull ? "nothing" : "a text"
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }
}
