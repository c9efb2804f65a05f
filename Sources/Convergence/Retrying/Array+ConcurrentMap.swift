extension Array where Element: Sendable {
  /// Does the same with all elements, a bounded number of them at a time, in any order.
  ///
  /// - Parameters:
  ///   - limit: How many at a time; at least one.
  ///   - body: What to do.
  /// - Returns: The outputs, in the order of the elements.
  /// - Throws: The first error that is noticed. What is under way then is cancelled and waited for,
  ///   and nothing more is started.
  package func concurrentMap<Output: Sendable, Failure: Error>(
    limit: Int,
    _ body: @escaping @Sendable (Element) async throws(Failure) -> Output
  ) async throws(Failure) -> [Output] {
    var outputs = [Output?](repeating: nil, count: count)
    try await Array<Int>(indices).concurrentWork(
      limit: limit
    ) { (index) async throws(Failure) -> (index: Int, output: Output) in
      // By itself: within the tuple, the optimizer of Swift 6.3 loses the index.
      let output = try await body(self[index])
      return (index, output)
    } take: { indexed in
      outputs[indexed.index] = indexed.output
      return []
    }
    return outputs.compactMap(\.self)
  }
}
