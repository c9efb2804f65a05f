internal import CLibyaml

/// Puts the nodes of a text together, event by event.
struct YAMLTreeBuilder {
  /// How deep collections may be within one another.
  ///
  /// libyaml looks through all that are open again and again, and whoever walks the nodes would
  /// fill the stack.
  private static let deepestNesting = 1000

  /// A collection whose end has not come yet.
  private struct Frame {
    let node: YAMLNode
    let kind: YAMLNode.Kind
    let anchor: String?
    /// Where its children begin among those that wait for the end of theirs.
    let firstChild: Int
    /// The outermost key that holds it, or that it is.
    let enclosingKey: YAMLNode?
  }

  private let events: YAMLEvents
  private var document = YAMLDocument()
  private var open: [Frame] = []
  private var pending: [YAMLNode] = []
  private var anchors: [String: YAMLNode] = [:]

  private init(_ events: YAMLEvents) {
    self.events = events
  }

  /// The only document of a text; without a root where there is none.
  static func build(_ text: UnsafeBufferPointer<UInt8>) throws(YAMLFault) -> YAMLDocument {
    var builder = YAMLTreeBuilder(try YAMLEvents(text))
    builder.document.reserveCapacity(forTextOf: text.count)
    try builder.build()
    return builder.document
  }

  private mutating func build() throws(YAMLFault) {
    var documentCount = 0
    while true {
      switch try events.next() {
      case YAML_STREAM_END_EVENT:
        return
      case YAML_DOCUMENT_START_EVENT:
        documentCount += 1
        guard documentCount == 1 else { throw .secondDocument(events.location) }
      case YAML_ALIAS_EVENT: try addAlias()
      case YAML_SCALAR_EVENT: addScalar()
      case YAML_MAPPING_START_EVENT: try begin(.mapping)
      case YAML_SEQUENCE_START_EVENT: try begin(.sequence)
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: end()
      default: break
      }
    }
  }

  private mutating func addScalar() {
    let node = document.append(events.record(of: .scalar), text: events.scalar)
    if let anchor = events.anchor(of: .scalar) { anchors[anchor] = node }
    add(node)
  }

  private mutating func begin(_ kind: YAMLNode.Kind) throws(YAMLFault) {
    guard open.count < Self.deepestNesting else { throw .nestedTooDeeply(events.location) }
    let node = document.append(events.record(of: kind))
    let frame = Frame(
      node: node,
      kind: kind,
      anchor: events.anchor(of: kind),
      firstChild: pending.count,
      enclosingKey: open.last?.enclosingKey ?? (isAtKey ? node : nil)
    )
    open.append(frame)
  }

  private mutating func end() {
    guard let frame = open.popLast() else { return }
    document.setChildren(of: frame.node, to: pending[frame.firstChild...])
    pending.removeLast(pending.count - frame.firstChild)
    // Only now, so that no alias can stand for what it is in.
    if let anchor = frame.anchor { anchors[anchor] = frame.node }
    add(frame.node)
  }

  /// An alias is no key, and stands in none: a key is compared with all others of its mapping, and
  /// a dozen lines of aliases can stand for a billion nodes.
  private mutating func addAlias() throws(YAMLFault) {
    if let key = open.last?.enclosingKey { throw .aliasedKey(document.location(of: key)) }
    guard !isAtKey else { throw .aliasedKey(events.location) }
    guard let node = anchors[events.alias] else { throw .undefinedAlias(events.location) }
    add(node)
  }

  private mutating func add(_ node: YAMLNode) {
    if open.isEmpty { document.root = node } else { pending.append(node) }
  }

  /// Whether the next node is a mapping's key.
  private var isAtKey: Bool {
    // Not the frame as a whole, whose copy would be counted.
    guard let innermost = open.indices.last, open[innermost].kind == .mapping else { return false }
    return (pending.count - open[innermost].firstChild).isMultiple(of: 2)
  }
}
