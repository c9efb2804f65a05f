/// A cursor that goes along a line as a text is written, and how far it has come (`wcwidth.width`).
///
/// What belongs together is counted together: a letter with its marks, an emoji with its skin and with
/// others that are joined to it.
struct ScreenCursor {
  /// The farthest that it has come.
  private(set) var reach = 0

  private var column = 0
  /// The width of what was written last, to which more may belong.
  private var cluster = 0
  private var last: UInt32?
  private var lastWidth = 0
  /// Whether a selector or a mark may still change how wide the last character is.
  private var isOpen = false
  private var followsVirama = false

  /// Writes a text.
  mutating func write(_ text: [UInt32]) {
    var index = 0
    while index < text.count {
      index = write(text, at: index)
    }
    finishCluster()
  }

  /// Writes what is at a place.
  ///
  /// - Returns: The place behind it.
  private mutating func write(_ text: [UInt32], at index: Int) -> Int {
    let codePoint = text[index]
    switch codePoint {
    case 0x1B:
      let sequence = EscapeSequence(in: text, at: index)
      interrupt(sequence?.movement)
      return sequence?.end ?? index + 1
    case 0x08:
      interrupt(.left(1))
    case _ where EscapeSequence.isControl(codePoint):
      interrupt(nil)
    case 0x200D:
      return join(text, at: index)
    case 0xFE0F where isOpen:
      if let last, ScreenWidth.widened.contains(last) { cluster = 2 }
      isOpen = false
    case 0xFE0E where isOpen:
      if let last, lastWidth == 2, ScreenWidth.narrowed.contains(last) { column -= 1 }
      isOpen = false
    case _ where isSecondOfFlag(text, at: index):
      last = codePoint
    case 0x1F3FB...0x1F3FF where last.map(Self.isPicture) == true:
      break
    default:
      show(codePoint)
    }
    return index + 1
  }

  /// A joiner, which takes the next character into what is there.
  private mutating func join(_ text: [UInt32], at index: Int) -> Int {
    if followsVirama { return index + 1 }
    followsVirama = false
    guard index + 1 < text.count else { return index + 1 }
    lastWidth = 0
    return index + 2
  }

  private mutating func show(_ codePoint: UInt32) {
    let width = ScreenWidth.of(codePoint)
    guard width == 0 else {
      if followsVirama {
        cluster = 2
      } else {
        finishCluster()
        cluster = width
      }
      last = codePoint
      lastWidth = width
      isOpen = true
      followsVirama = false
      return
    }
    followsVirama = ScreenWidth.viramas.contains(codePoint)
    if !followsVirama, isOpen, ScreenWidth.spacingMarks.contains(codePoint) {
      cluster = 2
      isOpen = false
    }
  }

  private mutating func finishCluster() {
    column += cluster
    cluster = 0
    reach = max(reach, column)
  }

  /// What a terminal obeys: nothing behind it belongs to what is before it.
  private mutating func interrupt(_ movement: EscapeSequence.Movement?) {
    finishCluster()
    switch movement {
    case .right(let count): column += count
    case .left(let count): column = max(0, column - count)
    case .column(let number): column = number
    case nil: break
    }
    reach = max(reach, column)
    last = nil
    isOpen = false
  }

  /// Two letters of regions are a flag.
  private func isSecondOfFlag(_ text: [UInt32], at index: Int) -> Bool {
    guard Self.isRegion(text[index]) else { return false }
    let before = text[..<index].reversed().prefix { Self.isRegion($0) }.count
    return !before.isMultiple(of: 2)
  }

  private static func isRegion(_ codePoint: UInt32) -> Bool {
    (0x1F1E6...0x1F1FF).contains(codePoint)
  }

  private static func isPicture(_ codePoint: UInt32) -> Bool {
    isRegion(codePoint) || ScreenWidth.pictures.contains(codePoint)
  }
}
