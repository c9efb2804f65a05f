import Testing
import Texts

struct UInt8ASCIITests {
  @Test func `letters and digits are those of ASCII, among all bytes`() {
    let letters = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
    let digits = Set("0123456789".utf8)
    for byte in UInt8.min...UInt8.max {
      #expect(byte.isASCIILetter == letters.contains(byte), "\(byte)")
      #expect(byte.isASCIIDigit == digits.contains(byte), "\(byte)")
      #expect(byte.isASCIIAlphanumeric == letters.union(digits).contains(byte), "\(byte)")
    }
  }
}
