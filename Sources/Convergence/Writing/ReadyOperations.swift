import Reconciliation

/// The operations that may start, the most urgent first, equals in the order in which they came.
struct ReadyOperations {
  private let urgencies: [Int]
  /// By urgency, what has come and how much of it has been taken.
  private var queues: [Queue]
  /// No queue above this one has anything left.
  private var highest = 0

  private struct Queue {
    var indices: [Int] = []
    var taken = 0
  }

  /// Makes one without any.
  ///
  /// - Parameter urgencies: How urgent each operation is, from 0 on.
  init(_ urgencies: [Int]) {
    self.urgencies = urgencies
    queues = Array(repeating: Queue(), count: (urgencies.max() ?? 0) + 1)
  }

  mutating func append(_ index: Int) {
    let urgency = urgencies[index]
    queues[urgency].indices.append(index)
    highest = max(highest, urgency)
  }

  mutating func popFirst() -> Int? {
    while true {
      let queue = queues[highest]
      if queue.taken < queue.indices.count {
        queues[highest].taken += 1
        return queue.indices[queue.taken]
      }
      guard highest > 0 else { return nil }
      highest -= 1
    }
  }
}
