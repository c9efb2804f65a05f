/// Walks YAML nodes and hands out what a format asks for, each with its place in the file.
///
/// What does not fit is reported once, where it stands, and comes back as nil or is left out, so
/// that the walk goes on and no second message follows from the same mistake.
struct NodeReader {
  var diagnostics: DiagnosticCollector
  let document: YAMLDocument
  private var visitsLeft: Int

  /// How many visits a file may cost beyond one for each of its bytes.
  ///
  /// A node without aliases takes at least one byte. Aliases share nodes: six lines can stand for
  /// a million visits, so they are counted.
  private static let aliasAllowance = 1_000_000

  init(document: YAMLDocument, byteCount: Int, diagnostics: DiagnosticCollector) {
    self.document = document
    self.diagnostics = diagnostics
    visitsLeft = byteCount + Self.aliasAllowance
  }

  func location(of node: YAMLNode) -> FileLocation { document.location(of: node) }

  func kind(of node: YAMLNode) -> YAMLNode.Kind { document.kind(of: node) }

  /// What the node is, for messages; never what it says.
  func noun(of node: YAMLNode) -> String {
    switch kind(of: node) {
    case .scalar: isNull(node) ? "nothing" : "a text"
    case .mapping: "a mapping"
    case .sequence: "a list"
    }
  }

  /// Whether a value was left empty: nothing behind the colon, `~` or `null`.
  func isNull(_ node: YAMLNode) -> Bool {
    saysNull(node) && document.tag(of: node) != .text
  }

  /// Whether a value is that text, with or without quotes.
  func isText(_ node: YAMLNode, _ text: String) -> Bool {
    document.says(text, at: node)
  }

  /// Whether YAML 1.2's core schema reads a scalar as null unless a tag says otherwise.
  private func saysNull(_ node: YAMLNode) -> Bool {
    guard kind(of: node) == .scalar, document.isPlain(node) else { return false }
    switch document.utf8(of: node).count {
    case 0: return true
    case 1: return isText(node, "~")
    case 4: return isText(node, "null") || isText(node, "Null") || isText(node, "NULL")
    default: return false
    }
  }

  /// Counts a visit; false once the file has had its share.
  mutating func visit(_ node: YAMLNode) -> Bool {
    visitsLeft -= 1
    if visitsLeft == 0 {
      diagnostics.error("the aliases of this file stand for too many nodes", at: location(of: node))
    }
    return visitsLeft > 0
  }

  /// Refuses explicit types, that of the node's own kind excepted: the place of a value already
  /// says what it is.
  mutating func hasAcceptableTag(_ node: YAMLNode) -> Bool {
    guard isOfItsKind(node) else {
      // The tag is not quoted: a password that begins with an exclamation mark is read as one.
      diagnostics.error(
        "a YAML tag has no meaning here",
        at: location(of: node),
        hint: "quote a text that begins with an exclamation mark"
      )
      return false
    }
    return true
  }

  /// Whether a node has no explicit type, or that of its own kind.
  private func isOfItsKind(_ node: YAMLNode) -> Bool {
    let tag = document.tag(of: node)
    return switch kind(of: node) {
    case .scalar: tag == .none || tag == .text
    case .mapping: tag == .none || tag == .mapping
    case .sequence: tag == .none || tag == .sequence
    }
  }

  /// Whether a node can be a key.
  func isKey(_ node: YAMLNode) -> Bool {
    kind(of: node) == .scalar && !saysNull(node) && isOfItsKind(node)
  }

  /// Refuses what can't be a key; keys are scalars.
  mutating func isAcceptableKey(_ node: YAMLNode) -> Bool {
    guard kind(of: node) == .scalar, !saysNull(node) else {
      diagnostics.error("a key must be a text", at: location(of: node))
      return false
    }
    return hasAcceptableTag(node)
  }
}
