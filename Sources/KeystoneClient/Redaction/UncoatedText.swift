/// A text as it reads without a ``Coat``, which still knows where each byte came from.
struct UncoatedText {
  let bytes: [UInt8]
  /// Where each byte begins in the original, and at last where that ends; nil where it is itself.
  private let offsets: [Int]?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    offsets = nil
  }

  private init(bytes: [UInt8], offsets: [Int]) {
    self.bytes = bytes
    self.offsets = offsets
  }

  /// Where a part of this text stands in the original.
  func original(_ range: Range<Int>) -> Range<Int> {
    guard let offsets else { return range }
    return offsets[range.lowerBound]..<offsets[range.upperBound]
  }

  /// The text with a coat taken off once, or nil where it has none.
  func without(_ coat: Coat) -> UncoatedText? {
    guard var next = bytes.firstIndex(where: coat.begins) else { return nil }
    var plain = Array(bytes[..<next])
    var places = offsets.map { Array($0[..<next]) } ?? Array(0..<next)
    plain.reserveCapacity(bytes.count)
    places.reserveCapacity(bytes.count + 1)
    var isCoated = false
    while next < bytes.count {
      let place = offsets?[next] ?? next
      if coat.begins(with: bytes[next]), let meaning = coat.meaning(of: bytes[next...]) {
        for byte in meaning.bytes {
          plain.append(byte)
          places.append(place)
        }
        next += meaning.length
        isCoated = true
      } else {
        plain.append(bytes[next])
        places.append(place)
        next += 1
      }
    }
    places.append(offsets?[bytes.count] ?? bytes.count)
    return isCoated ? UncoatedText(bytes: plain, offsets: places) : nil
  }
}
