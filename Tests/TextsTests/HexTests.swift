import Testing
import Texts

@Suite struct HexTests {
  @Test(
    arguments: [
      (0, 1, "0"), (0, 4, "0000"), (0x1B, 2, "1b"), (0xAB, 1, "ab"), (0x12345, 4, "12345"),
      (UInt64.max, 16, "ffffffffffffffff"),
    ] as [(UInt64, Int, String)]
  )
  func `zeros fill up to the number of digits, and none is cut off`(
    number: UInt64,
    count: Int,
    digits: String
  ) {
    #expect(Hex.digits(number, count: count) == digits)
    #expect(Hex.digits(number, count: count, isUppercase: true) == digits.uppercased())
  }

  @Test(
    arguments: [
      ("\u{0}", "\\x00"), ("\u{1B}", "\\x1b"), ("\u{FF}", "\\xff"), ("\u{100}", "\\u0100"),
      ("\u{FFFF}", "\\uffff"), ("\u{10000}", "\\U00010000"), ("\u{10FFFF}", "\\U0010ffff"),
    ] as [(Unicode.Scalar, String)]
  )
  func `an escape has room for its character`(scalar: Unicode.Scalar, escape: String) {
    #expect(Hex.escape(scalar) == escape)
    let isUppercase = Hex.escape(scalar, isUppercase: true)
    #expect(isUppercase == escape.prefix(2) + escape.dropFirst(2).uppercased())
  }
}
