/// What a terminal obeys instead of showing it (`wcwidth.escape_sequences`).
///
/// The texts of other sizes that kitty knows (OSC 66) are taken for sequences that show nothing.
struct EscapeSequence {
  /// Where a sequence leaves the cursor on its line.
  enum Movement: Equatable {
    case right(Int)
    case left(Int)
    case column(Int)
  }

  private static let escape: UInt32 = 0x1B
  private static let bell: UInt32 = 0x07
  /// How far a cursor is moved at most: a name cannot be made to fill the memory.
  private static let farthest = 10_000

  /// The place behind it.
  let end: Int
  let movement: Movement?

  /// Reads the sequence at an escape; nil where there is none.
  init?(in text: [UInt32], at start: Int) {
    guard start + 1 < text.count else { return nil }
    let kind = text[start + 1]
    var movement: Movement?
    switch kind {
    case 0x5B:
      let control = Self.control(in: text, at: start + 2)
      end = control?.end ?? start + 2
      movement = control?.movement
    case 0x50, 0x5D, 0x5E, 0x5F:
      end = Self.endOfString(in: text, at: start + 2) ?? start + 2
    case 0x28...0x29 where start + 2 < text.count:
      end = start + 3
    case 0x20...0x2F:
      let final = text[(start + 1)...].firstIndex { !(0x20...0x2F).contains($0) }
      guard let final, (0x30...0x7E).contains(text[final]) else { return nil }
      end = final + 1
    case 0x30...0x7E:
      end = start + 2
    default:
      return nil
    }
    self.movement = movement
  }

  /// A control sequence, `CSI`, from its parameters on.
  private static func control(
    in text: [UInt32],
    at start: Int
  ) -> (end: Int, movement: Movement?)? {
    let parameters = text[start...].prefix { (0x30...0x3F).contains($0) }
    let rest = text[parameters.endIndex...]
    let intermediates = rest.prefix { (0x20...0x2F).contains($0) }
    guard let final = rest.dropFirst(intermediates.count).first, (0x40...0x7E).contains(final)
    else { return nil }
    let end = parameters.endIndex + intermediates.count + 1
    guard intermediates.isEmpty else { return (end, nil) }
    // Of several parameters the first one counts.
    let digits = parameters.prefix { (0x30...0x39).contains($0) }
    let count =
      digits.isEmpty ? 1 : digits.reduce(0) { min($0 * 10 + Int($1 - 0x30), farthest) }
    switch final {
    case 0x43: return (end, .right(count))
    case 0x44: return (end, .left(count))
    case 0x47: return (end, .column(count - 1))
    default: return (end, nil)
    }
  }

  /// The end of a text for the terminal, which a bell or `ESC \` ends.
  private static func endOfString(in text: [UInt32], at start: Int) -> Int? {
    guard let stop = text[start...].firstIndex(where: { $0 == bell || $0 == escape }) else {
      return nil
    }
    if text[stop] == bell { return stop + 1 }
    return stop + 1 < text.count && text[stop + 1] == 0x5C ? stop + 2 : nil
  }

  /// Whether anything in a text moves the cursor along its line.
  static func moves(in text: [UInt32]) -> Bool {
    text.indices.contains { index in
      text[index] == 0x08
        || text[index] == escape && EscapeSequence(in: text, at: index)?.movement != nil
    }
  }

  /// A text without sequences and control characters.
  static func stripped(_ text: [UInt32]) -> [UInt32] {
    var shown: [UInt32] = []
    var index = 0
    while index < text.count {
      if text[index] == escape, let sequence = EscapeSequence(in: text, at: index) {
        index = sequence.end
        continue
      }
      if !isControl(text[index]) { shown.append(text[index]) }
      index += 1
    }
    return shown
  }

  /// Whether a code point is one of C0 or C1.
  static func isControl(_ codePoint: UInt32) -> Bool {
    codePoint < 0x20 || (0x7F..<0xA0).contains(codePoint)
  }
}
