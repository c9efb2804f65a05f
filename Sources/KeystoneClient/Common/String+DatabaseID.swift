import Texts

extension String {
  /// Whether it is an ID that Keystone gives: 32 hexadecimal digits.
  var isDatabaseID: Bool {
    utf8.count == 32
      && hasOnlyBytes { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
          UInt8(ascii: "A")...UInt8(ascii: "F"):
          true
        default: false
        }
      }
  }
}
