/// The nodes of a YAML document, side by side in a few arrays.
///
/// A seed of 100,000 users has two million nodes. As objects of their own, each with its texts and
/// its children, they cost more time and memory than all that is done with them afterwards; here a
/// node is twenty bytes, and a text becomes a `String` when somebody asks for it.
struct YAMLDocument {
  /// Everything about a node but what it says.
  struct Record {
    var kind: YAMLNode.Kind
    var tag: YAMLNode.Tag
    /// Whether a scalar stands there without quotes and is no block.
    var isPlain: Bool
    let line: UInt32
    let column: UInt32
    /// Where a scalar's text begins in the document's bytes, or a collection's children among all.
    var start: UInt32
    /// How many bytes, or how many children: a mapping has two for each pair.
    var count: UInt32
  }

  private var records: [Record] = []
  private var children: [YAMLNode] = []
  private var bytes: [UInt8] = []

  /// Which of the seed's files it is.
  var file: UInt32 = 0

  /// The node that holds all others; nil as long as there is none.
  var root: YAMLNode?

  func kind(of node: YAMLNode) -> YAMLNode.Kind { self[node].kind }

  func tag(of node: YAMLNode) -> YAMLNode.Tag { self[node].tag }

  func isPlain(_ node: YAMLNode) -> Bool { self[node].isPlain }

  func location(of node: YAMLNode) -> FileLocation {
    let record = self[node]
    return FileLocation(line: record.line, column: record.column, file: file)
  }

  /// A scalar's text, all escapes and folds undone; nothing for a collection.
  func text(of node: YAMLNode) -> String {
    String(decoding: utf8(of: node), as: UTF8.self)
  }

  /// A scalar's text as bytes.
  func utf8(of node: YAMLNode) -> ArraySlice<UInt8> {
    let record = self[node]
    guard record.kind == .scalar else { return [] }
    return bytes[Int(record.start)..<Int(record.start + record.count)]
  }

  /// Whether a node is a scalar with that text.
  func says(_ text: String, at node: YAMLNode) -> Bool {
    let record = self[node]
    guard record.kind == .scalar, record.count == text.utf8.count else { return false }
    let start = Int(record.start)
    let isSame = text.utf8.withContiguousStorageIfAvailable { text in
      text.indices.allSatisfy { text[$0] == bytes[start + $0] }
    }
    return isSame ?? text.utf8.elementsEqual(utf8(of: node))
  }

  /// Whether both have the same text.
  func sayTheSame(_ node: YAMLNode, _ other: YAMLNode) -> Bool {
    self[node].count == self[other].count && utf8(of: node) == utf8(of: other)
  }

  /// A list's items, or a mapping's keys and values in turn; nothing for a scalar.
  func children(of node: YAMLNode) -> ArraySlice<YAMLNode> {
    let record = self[node]
    guard record.kind != .scalar else { return [] }
    return children[Int(record.start)..<Int(record.start + record.count)]
  }

  private subscript(node: YAMLNode) -> Record { records[Int(node.index)] }
}

extension YAMLDocument {
  /// Makes room for what a text of that many bytes usually holds.
  mutating func reserveCapacity(forTextOf byteCount: Int) {
    records.reserveCapacity(byteCount / 8)
    children.reserveCapacity(byteCount / 8)
    bytes.reserveCapacity(byteCount * 3 / 4)
  }

  /// Adds a scalar.
  mutating func append(_ record: Record, text: UnsafeBufferPointer<UInt8>) -> YAMLNode {
    var record = record
    record.start = UInt32(bytes.count)
    record.count = UInt32(text.count)
    bytes.append(contentsOf: text)
    return append(record)
  }

  /// Adds a node that has no text, and no children yet.
  mutating func append(_ record: Record) -> YAMLNode {
    records.append(record)
    return YAMLNode(index: Int32(records.count - 1))
  }

  /// Gives a collection its children.
  mutating func setChildren(of node: YAMLNode, to nodes: ArraySlice<YAMLNode>) {
    records[Int(node.index)].start = UInt32(children.count)
    records[Int(node.index)].count = UInt32(nodes.count)
    children.append(contentsOf: nodes)
  }
}
