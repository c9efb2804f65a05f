/// Does the same with many things, a bounded number of them at a time, in any order.
///
/// - Parameters:
///   - items: What to do it with.
///   - limit: How many at a time, at least 1.
///   - body: What to do.
/// - Returns: The results, in the order of the items.
/// - Throws: The first error; what is under way then is cancelled.
func concurrentMap<Item: Sendable, Result: Sendable>(
  _ items: [Item],
  limit: Int,
  _ body: @escaping @Sendable (Item) async throws -> Result
) async throws -> [Result] {
  var results = [Result?](repeating: nil, count: items.count)
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    var next = items.startIndex
    func startNext() {
      guard next < items.endIndex else { return }
      let index = next
      group.addTask { (index, try await body(items[index])) }
      next += 1
    }
    for _ in 0..<max(1, limit) { startNext() }
    while let (index, result) = try await group.next() {
      results[index] = result
      startNext()
    }
  }
  return results.compactMap(\.self)
}
