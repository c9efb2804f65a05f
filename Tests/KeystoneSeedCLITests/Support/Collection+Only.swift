extension Collection {
  /// The element of a collection that has exactly one.
  var only: Element? { count == 1 ? first : nil }
}
