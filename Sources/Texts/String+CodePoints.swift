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
