/// How much time there is for the requests that a task sends, which is less the later they are sent.
package struct TimeBudget: Sendable {
  @TaskLocal private static var current: TimeBudget?

  private let left: @Sendable () -> Duration

  /// Makes one.
  ///
  /// - Parameter left: The time that is left whenever it is asked.
  package init(_ left: @escaping @Sendable () -> Duration) {
    self.left = left
  }

  /// How much time there is for a request that is sent now; nil for as much as it takes.
  package static var timeLeft: Duration? { current?.left() }

  /// Does something whose requests have no more time than this.
  ///
  /// Never a part of its caller: there the optimizer of Swift 6.3 hands the runtime a wrong type of the
  /// task's value, and the program crashes.
  ///
  /// - Parameter work: What to do.
  /// - Returns: What it gives.
  @inline(never)
  package func spend<Value>(on work: () async -> Value) async -> Value {
    await Self.$current.withValue(self, operation: work)
  }
}
