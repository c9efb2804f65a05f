extension Array where Element: Sendable {
  /// Does all that there is to do, a bounded number of things at a time, of which each may give more
  /// to do: nothing waits for a whole stage.
  ///
  /// - Parameters:
  ///   - limit: How many at a time; at least one.
  ///   - body: What to do with an element.
  ///   - take: Given each output as it comes, one at a time; what it returns is done as well, after
  ///     what waits already.
  /// - Throws: The first error that is noticed. What is under way then is cancelled and waited for,
  ///   and nothing more is started.
  package func concurrentWork<Output: Sendable, Failure: Error>(
    limit: Int,
    _ body: @escaping @Sendable (Element) async throws(Failure) -> Output,
    take: (Output) -> [Element]
  ) async throws(Failure) {
    let result = await withTaskGroup(
      of: Result<Output, Failure>.self,
      returning: Result<Void, Failure>.self
    ) { group in
      var queue = self
      var next = queue.startIndex
      var underWay = 0
      func startWaiting() {
        while underWay < Swift.max(1, limit), next < queue.endIndex {
          let element = queue[next]
          next += 1
          underWay += 1
          group.addTask {
            do throws(Failure) {
              return .success(try await body(element))
            } catch {
              return .failure(error)
            }
          }
        }
      }
      startWaiting()
      while let result = await group.next() {
        underWay -= 1
        switch result {
        case .success(let output):
          queue += take(output)
          startWaiting()
        case .failure(let error):
          group.cancelAll()
          return .failure(error)
        }
      }
      return .success(())
    }
    try result.get()
  }
}
