/// The text form of an IPv6 address (RFC 4291, section 2.2), to tell a bare one in a URL.
enum IPv6Address {
  /// Whether the text is one, without brackets, zone or port.
  static func isValid(_ text: some StringProtocol) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 2, bytes.count <= 45, bytes.contains(UInt8(ascii: ":")) else {
      return false
    }
    // "::" stands for as many zeros as are missing, once.
    guard let gap = indexOfGap(in: bytes) else {
      return groupCount(of: bytes[...], endsAddress: true) == 8
    }
    let head = bytes[..<gap]
    let tail = bytes[(gap + 2)...]
    guard indexOfGap(in: Array(bytes[(gap + 1)...])) == nil,
      let before = head.isEmpty ? 0 : groupCount(of: head, endsAddress: false),
      let after = tail.isEmpty ? 0 : groupCount(of: tail, endsAddress: true)
    else { return false }
    return before + after <= 7
  }

  private static func indexOfGap(in bytes: [UInt8]) -> Int? {
    let colon = UInt8(ascii: ":")
    return bytes.indices.dropLast().first { bytes[$0] == colon && bytes[$0 + 1] == colon }
  }

  /// How many 16-bit groups the text names; nil where one of them is none.
  private static func groupCount(of bytes: ArraySlice<UInt8>, endsAddress: Bool) -> Int? {
    let groups = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    var count = 0
    for (index, group) in groups.enumerated() {
      if (1...4).contains(group.count), group.allSatisfy(\.isHexDigit) {
        count += 1
      } else if endsAddress, index == groups.count - 1, isIPv4(group) {
        count += 2
      } else {
        return nil
      }
    }
    return count
  }

  private static func isIPv4(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { UInt8(String(decoding: $0, as: UTF8.self)) != nil }
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
