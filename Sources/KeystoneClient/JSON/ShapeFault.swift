/// What about a JSON document is not as Keystone's answers are.
struct ShapeFault: Error, Hashable {
  /// The place and what is wrong there, without any value of the document.
  let detail: String

  init(_ detail: String) {
    self.detail = detail
  }
}
