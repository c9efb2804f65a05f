/// A read that many ask for at once and few send: everybody gets the answer to a request that was
/// sent after they asked.
///
/// At most one request is in flight, and at most one more is waiting for it to end. A request belongs
/// to all who wait for it, so that one of them being cancelled does not take it from the others.
actor CoalescedRead<Value: Sendable, Failure: Error> {
  typealias Reading = Task<Result<Value, Failure>, Never>

  private let read: @Sendable () async throws(Failure) -> Value
  private var waiting: Reading?
  private var running: Reading?

  init(_ read: @escaping @Sendable () async throws(Failure) -> Value) {
    self.read = read
  }

  /// The value as it is at some moment after the call.
  func value() async throws(Failure) -> Value {
    try await request().value.get()
  }

  /// The request that answers whoever asks now.
  func request() -> Reading {
    if let waiting { return waiting }
    let earlier = running
    let reading = Reading {
      _ = await earlier?.value
      begin()
      do throws(Failure) {
        return .success(try await read())
      } catch {
        return .failure(error)
      }
    }
    waiting = reading
    return reading
  }

  /// From here on whoever asks has to have a request of their own: this one may be answered already.
  private func begin() {
    running = waiting
    waiting = nil
  }
}
