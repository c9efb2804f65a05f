import TestSupport
import Testing

@testable import KeystoneClient

@Suite struct TextEndTests {
  private func find(_ bytes: [UInt8], from start: Int = 0) -> (place: Int, isASCII: Bool) {
    bytes.withUnsafeBytes { TextEnd.find(in: $0, from: start) }
  }

  @Test("each byte ends a text or does not, wherever it stands", arguments: 0..<20)
  func eachByte(place: Int) {
    for byte in UInt8.min...UInt8.max {
      var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 20)
      bytes[place] = byte
      let isEnd = byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
      let found = find(bytes)
      #expect(found.place == (isEnd ? place : 20), "\(byte)")
      #expect(found.isASCII == (byte < 0x80), "\(byte)")
    }
  }

  @Test("of several the first one counts, and what stands behind it does not", arguments: 1...200)
  func first(seed: Int) {
    var numbers = SeededGenerator(seed: seed)
    // Neighbours of what ends a text, and bytes that borrow from the next.
    let some: [UInt8] = [
      0x00, 0x1F, 0x20, 0x21, 0x22, 0x23, 0x5B, 0x5C, 0x5D, 0x7F, 0x80, 0xA2, 0xFF,
    ]
    let count = Int.random(in: 0...40, using: &numbers)
    let bytes = (0..<count).map { _ in
      Bool.random(using: &numbers)
        ? UInt8(ascii: "x") : some[Int.random(in: some.indices, using: &numbers)]
    }
    let start = Int.random(in: 0...count, using: &numbers)
    let text = bytes[start...].prefix { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
    let found = find(bytes, from: start)
    #expect(found.place == text.endIndex)
    #expect(found.isASCII == text.allSatisfy { $0 < 0x80 })
  }
}
