/// A text as a key, compared code point by code point.
///
/// Swift's `String` takes a composed and a decomposed `é` for the same; Keystone's database keeps
/// them apart, as two names.
struct ExactText: Hashable, Sendable {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  static func == (left: ExactText, right: ExactText) -> Bool {
    same(left.text, right.text)
  }

  /// True when both hold the same code points.
  ///
  /// Swift's own comparison goes first because it is quick to find a difference.
  static func same(_ left: String, _ right: String) -> Bool {
    left == right && left.utf8.elementsEqual(right.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
