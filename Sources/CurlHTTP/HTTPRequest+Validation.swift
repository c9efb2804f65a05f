import Texts

extension HTTPRequest {
  /// Refuses what libcurl would send otherwise than it is written.
  ///
  /// It takes a URL without a scheme for http, ends every text at a zero byte, and copies a line
  /// break within a header's value, which begins another header.
  func validate() throws(TransportError) {
    guard url.beginsWithLetters(of: "http://") || url.beginsWithLetters(of: "https://") else {
      throw TransportError(.invalidURL, detail: "The URL's scheme is neither http nor https")
    }
    guard url.hasOnlyBytes({ $0 != 0 }) else {
      throw TransportError(.invalidURL, detail: "The URL has a zero byte in it")
    }
    for header in headers where !header.isWellFormed {
      throw TransportError(.other, detail: "A header has a character in it that none may have")
    }
  }

  /// The value of the first header of that name, whatever its case.
  func header(_ name: String) -> String? {
    headers.first { $0.name.hasSameLetters(as: name) }?.value
  }
}

extension HTTPHeader {
  /// Whether the name is printable ASCII without separators, and the value without line breaks.
  ///
  /// RFC 9110, sections 5.1 and 5.5.
  fileprivate var isWellFormed: Bool {
    !name.isEmpty
      && name.hasOnlyBytes { byte in
        switch byte {
        case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\""): false
        default: (0x21...0x7E).contains(byte)
        }
      }
      && value.hasOnlyBytes { $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7F) }
  }
}
