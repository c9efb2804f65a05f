extension Collection {
  /// The element of a collection that has exactly one.
  package var only: Element? { count == 1 ? first : nil }
}
