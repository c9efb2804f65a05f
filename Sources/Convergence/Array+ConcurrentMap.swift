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
    let result = await withTaskGroup(
      of: (Int, Result<Output, Failure>).self,
      returning: Result<[Output], Failure>.self
    ) { group in
      var outputs = [Output?](repeating: nil, count: count)
      var next = startIndex
      func startNext() {
        guard next < endIndex else { return }
        let index = next
        let element = self[index]
        group.addTask {
          do throws(Failure) {
            // By itself: within the tuple, the optimizer of Swift 6.3 loses the index.
            let output = try await body(element)
            return (index, .success(output))
          } catch {
            return (index, .failure(error))
          }
        }
        next += 1
      }
      for _ in 0..<Swift.min(Swift.max(1, limit), count) { startNext() }
      while let (index, result) = await group.next() {
        switch result {
        case .success(let output):
          outputs[index] = output
          startNext()
        case .failure(let error):
          group.cancelAll()
          return .failure(error)
        }
      }
      return .success(outputs.compactMap(\.self))
    }
    return try result.get()
  }
}
