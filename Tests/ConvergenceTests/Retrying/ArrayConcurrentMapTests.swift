import Synchronization
import Testing

@testable import Convergence

struct ArrayConcurrentMapTests {
  private struct Failure: Error, Equatable {
    let number: Int
  }

  @Test("outputs come in the order of the elements", arguments: [-1, 1, 2, 3, 100])
  func order(limit: Int) async {
    let numbers = Array(0..<50)
    let doubled = await numbers.concurrentMap(limit: limit) { (number) async -> Int in
      for _ in 0..<(50 - number) { await Task.yield() }
      return number * 2
    }
    #expect(doubled == numbers.map { $0 * 2 })
  }

  @Test("nothing gives nothing")
  func empty() async {
    let none: [Int] = []
    #expect(await none.concurrentMap(limit: 3) { (number) async -> Int in number } == [])
  }

  @Test("as many are under way as the limit allows, and no more")
  func bound() async {
    let gate = Gate()
    async let done = Array(0..<20).concurrentMap(limit: 3) { (number) async -> Int in
      await gate.pass()
      return number
    }
    await gate.waitForArrivals(3)
    for _ in 0..<100 { await Task.yield() }
    #expect(await gate.arrivals == 3)
    await gate.open()
    #expect(await done.count == 20)
  }

  @Test("an error cancels what is under way and starts nothing more")
  func failure() async {
    let gate = Gate()
    await gate.open()
    let cancelled = Atomic(0)
    await #expect(throws: Failure(number: 1)) {
      try await Array(0..<20).concurrentMap(limit: 2) { (number) async throws(Failure) -> Int in
        await gate.pass()
        while number != 1, !Task.isCancelled { await Task.yield() }
        if Task.isCancelled { cancelled.add(1, ordering: .relaxed) }
        throw Failure(number: number)
      }
    }
    #expect(await gate.arrivals == 2)
    #expect(cancelled.load(ordering: .relaxed) == 1)
  }
}
