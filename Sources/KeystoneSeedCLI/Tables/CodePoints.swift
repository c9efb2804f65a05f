/// A set of code points, kept as ranges.
struct CodePoints {
  /// The first and the last code point of each range, in order.
  private let bounds: [UInt32]

  /// Makes a set.
  ///
  /// - Parameter bounds: The first and the last code point of each range, in order.
  init(_ bounds: [UInt32]) {
    self.bounds = bounds
  }

  /// Whether a code point is in it.
  func contains(_ codePoint: UInt32) -> Bool {
    var low = 0
    var high = bounds.count / 2
    while low < high {
      let middle = (low + high) / 2
      if codePoint < bounds[middle * 2] {
        high = middle
      } else if codePoint > bounds[middle * 2 + 1] {
        low = middle + 1
      } else {
        return true
      }
    }
    return false
  }
}
