/// A read that many ask for at once and few send: everybody gets an answer to a request that was
/// sent after they asked.
actor CoalescedRead<Value: Sendable> {
  private let read: @Sendable () async throws -> Value
  private var waiting: Task<Value, any Error>?
  private var running: Task<Value, any Error>?

  init(_ read: @escaping @Sendable () async throws -> Value) {
    self.read = read
  }

  /// The value as it is at some moment after the call.
  func value() async throws -> Value {
    if let waiting { return try await waiting.value }
    let earlier = running
    let task = Task {
      _ = await earlier?.result
      self.begin()
      return try await self.read()
    }
    waiting = task
    return try await task.value
  }

  private func begin() {
    running = waiting
    waiting = nil
  }
}
