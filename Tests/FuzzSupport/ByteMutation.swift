package import TestSupport

/// Changes to bytes on their way, or to a file in an editor.
package enum ByteMutation: CaseIterable, Sendable {
  case flipBits
  case truncate
  case duplicate
  case remove
  case overwrite
  case insertInvalidUTF8
  case insertControl
  case swap

  /// The bytes, changed.
  package func apply(
    to bytes: [UInt8],
    using generator: inout SeededGenerator
  ) -> [UInt8] {
    guard !bytes.isEmpty else { return [UInt8(truncatingIfNeeded: generator.next())] }
    var bytes = bytes
    let start = generator.number(0...bytes.count - 1)
    let end = min(bytes.count, start + generator.number(1...40))
    switch self {
    case .flipBits:
      for _ in 0..<generator.number(1...8) {
        let index = generator.number(0...bytes.count - 1)
        bytes[index] ^= UInt8(1 << generator.number(0...7))
      }
    case .truncate: bytes.removeSubrange(start...)
    case .duplicate: bytes.insert(contentsOf: bytes[start..<end], at: start)
    case .remove: bytes.removeSubrange(start..<end)
    case .overwrite:
      for index in start..<end { bytes[index] = UInt8(truncatingIfNeeded: generator.next()) }
    case .insertInvalidUTF8:
      let broken: [[UInt8]] = [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80], [0x80]]
      bytes.insert(contentsOf: generator.pick(broken), at: start)
    case .insertControl:
      let controls: [[UInt8]] = [
        [0], [0x0D], [0x0C], Array("\u{1B}]0;owned\u{7}".utf8), Array("\u{9B}31m".utf8),
        Array("\u{202E}".utf8), Array("\u{2028}".utf8), Array("\u{FEFF}".utf8),
      ]
      bytes.insert(contentsOf: generator.pick(controls), at: start)
    case .swap: bytes.swapAt(start, end - 1)
    }
    return bytes
  }
}
