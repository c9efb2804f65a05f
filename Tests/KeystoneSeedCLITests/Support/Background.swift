import Dispatch

/// Work that blocks, on a thread of its own and begun at once.
///
/// Tasks have as few threads as the processor has cores, and a test that blocks one of them may
/// wait for a task that never gets the other.
struct Background<Value: Sendable> {
  private let results: AsyncStream<Result<Value, any Error>>

  init(_ work: @escaping @Sendable () throws -> Value) {
    let (results, continuation) = AsyncStream.makeStream(of: Result<Value, any Error>.self)
    self.results = results
    DispatchQueue(label: "background").async {
      continuation.yield(Result { try work() })
      continuation.finish()
    }
  }

  /// What the work gives, once it has ended.
  var value: Value {
    get async throws {
      for await result in results { return try result.get() }
      throw CancellationError()
    }
  }
}
