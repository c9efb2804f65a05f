/// Reads a document while it arrives, and hands the elements of one of its lists over one at a time.
///
/// Neither the bytes of a list of a hundred thousand objects nor its values are ever held together.
/// What is read is what ``JSONParser`` reads: each step, such as an element with what ends it, is one
/// of the parser's, taken back and repeated with more bytes where it runs out of them.
struct JSONListReader {
  /// What there is to know of the list.
  enum Event {
    /// It begins; where its name comes twice, the last one counts.
    case begins
    /// It is read where it stands, and gone with the next one.
    case element(JSONNode)
  }

  private enum Stage {
    case document
    case firstMember
    case member
    case firstElement
    case element
    case listEnd
    case end
    /// The document is no object, and so has no list.
    case other
  }

  /// The name of the list among the members of the document.
  let name: String

  private var parser = JSONParser([])
  private var stage = Stage.document
  /// What the document is without the list's elements.
  private var rest: [UInt8] = []
  private var fault: JSONFault?
  /// With how many bytes a step that ran out of them is tried again: one that is repeated with each
  /// piece of a long text would take a time that grows with the square of its length.
  private var enough = 0

  init(name: String) {
    self.name = name
  }

  /// Reads the next bytes.
  ///
  /// - Parameters:
  ///   - bytes: What comes after the bytes before.
  ///   - take: Told of the list; what came of a document that turns out not to be one is worth
  ///     nothing.
  mutating func receive(_ bytes: UnsafeRawBufferPointer, _ take: (Event) -> Void) {
    guard fault == nil else { return }
    parser.append(bytes)
    guard parser.remainingCount >= enough else { return }
    do throws(JSONFault) {
      try advance(take)
    } catch {
      fault = error
    }
  }

  /// Reads what is left at the end.
  ///
  /// - Parameter take: As above.
  /// - Returns: The document, its list empty.
  /// - Throws: ``JSONFault`` where the bytes are no document.
  mutating func finish(_ take: (Event) -> Void) throws(JSONFault) -> JSONNode {
    if let fault { throw fault }
    try advance(take)
    switch stage {
    case .end: return try JSONParser.parse(rest)
    case .other: return try parser.root()
    default: throw .truncated
    }
  }

  /// Goes on as far as the bytes reach.
  private mutating func advance(_ take: (Event) -> Void) throws(JSONFault) {
    while stage != .other {
      let mark = parser.position
      do throws(JSONFault) {
        guard try step(take) else { break }
      } catch .truncated {
        parser.position = mark
        break
      }
    }
    if stage != .other { parser.dropRead() }
    enough = parser.remainingCount * 2
  }

  /// Makes one step; false at the end of what there is.
  private mutating func step(_ take: (Event) -> Void) throws(JSONFault) -> Bool {
    let start = parser.position
    switch stage {
    case .document: try beginDocument()
    case .firstMember:
      stage = try parser.skip(UInt8(ascii: "}")) ? .end : .member
    case .member: try readMember(take)
    case .firstElement:
      stage = try parser.skip(UInt8(ascii: "]")) ? .listEnd : .element
    case .element:
      let element = try parser.value(depth: 2)
      stage = try parser.parseComma(orEnd: UInt8(ascii: "]")) ? .element : .listEnd
      take(.element(element))
      if stage == .listEnd { rest.append(UInt8(ascii: "]")) }
      return true
    case .listEnd:
      stage = try parser.parseComma(orEnd: UInt8(ascii: "}")) ? .member : .end
    case .end:
      try parser.checkIsAtEnd()
      return false
    case .other: return false
    }
    rest += parser.bytes(since: start)
    return true
  }

  private mutating func beginDocument() throws(JSONFault) {
    try parser.skipByteOrderMark()
    guard try parser.skip(UInt8(ascii: "{")) else {
      parser.position = 0
      stage = .other
      return
    }
    stage = .firstMember
  }

  private mutating func readMember(_ take: (Event) -> Void) throws(JSONFault) {
    let isList = try parser.name().isText(name)
    if isList, try parser.skip(UInt8(ascii: "[")) {
      stage = .firstElement
      take(.begins)
      return
    }
    _ = try parser.value(depth: 1)
    stage = try parser.parseComma(orEnd: UInt8(ascii: "}")) ? .member : .end
    if isList { take(.begins) }
  }
}
