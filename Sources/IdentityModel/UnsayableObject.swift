/// Something live for which a seed has no word: for saying so beside the seed of that cloud.
package struct UnsayableObject: Hashable, Sendable {
  /// What kind of thing it is, in a word: `group`.
  package let kind: String
  /// What it is called, any text at all.
  package let name: String
  /// What a seed cannot say of it, as the rest of a sentence that begins with the object.
  package let reason: String
  /// Whether a seed has a word for the object itself, and only lacks one for something about it.
  package let isDetail: Bool

  package init(_ kind: String, _ name: String, _ reason: String, isDetail: Bool = false) {
    self.kind = kind
    self.name = name
    self.reason = reason
    self.isDetail = isDetail
  }
}
