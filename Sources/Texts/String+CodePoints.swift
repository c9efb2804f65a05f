/// Comparing texts as Keystone compares them.
///
/// Swift's own `==` and `<` hold a composed and a decomposed `é` for one; the bytes of UTF-8 are in
/// the order of the code points. All of a run's look-ups and sorts end here, so the bytes are
/// looked at where they are, without a decoder in between.
extension String {
  /// Whether both are the same code points.
  package func hasSameCodePoints(as other: String) -> Bool {
    withBytes(other) { left, right in
      guard left.count == right.count else { return false }
      var index = 0
      while index < left.count {
        guard left[index] == right[index] else { return false }
        index += 1
      }
      return true
    }
  }

  /// Whether it comes before the other in the order of code points.
  package func precedesInCodePoints(_ other: String) -> Bool {
    withBytes(other) { left, right in
      let common = min(left.count, right.count)
      var index = 0
      while index < common {
        if left[index] != right[index] { return left[index] < right[index] }
        index += 1
      }
      return left.count < right.count
    }
  }

  /// Whether the other's code points stand in it, one after the other.
  package func holds(_ other: String) -> Bool {
    withBytes(other) { text, part in
      guard let first = part.first, text.count >= part.count else { return part.isEmpty }
      for start in 0...(text.count - part.count) where text[start] == first {
        if (1..<part.count).allSatisfy({ text[start + $0] == part[$0] }) { return true }
      }
      return false
    }
  }

  /// Whether both are the same but for the case of ASCII's letters.
  package func hasSameLetters(as other: String) -> Bool {
    withBytes(other) { left, right in
      guard left.count == right.count else { return false }
      return left.indices.allSatisfy { Self.lowercased(left[$0]) == Self.lowercased(right[$0]) }
    }
  }

  /// Whether it begins with the other but for the case of ASCII's letters.
  package func beginsWithLetters(of other: String) -> Bool {
    withBytes(other) { text, prefix in
      guard text.count >= prefix.count else { return false }
      return prefix.indices.allSatisfy { Self.lowercased(text[$0]) == Self.lowercased(prefix[$0]) }
    }
  }

  /// Whether each byte of its UTF-8 is one that may be there.
  @inlinable
  package func hasOnlyBytes(_ isAllowed: (UInt8) -> Bool) -> Bool {
    let known = utf8.withContiguousStorageIfAvailable { bytes in
      var index = 0
      while index < bytes.count, isAllowed(bytes[index]) { index += 1 }
      return index == bytes.count
    }
    return known ?? utf8.allSatisfy(isAllowed)
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  /// Hashes the code points, and where they end.
  package func hashCodePoints(into hasher: inout Hasher) {
    var text = self
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(0xFF as UInt8)
  }

  private func withBytes(
    _ other: String,
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    let result = utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { right in body(left, right) }
    }
    if let result = result ?? nil { return result }
    var left = self
    var right = other
    return left.withUTF8 { left in right.withUTF8 { right in body(left, right) } }
  }
}
