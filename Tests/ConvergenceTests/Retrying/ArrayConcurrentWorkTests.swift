import Synchronization
import Testing

@testable import Convergence

struct ArrayConcurrentWorkTests {
  private struct Failure: Error, Equatable {
    let number: Int
  }

  @Test("all is done that an output gives to do, and what that gives", arguments: [-1, 1, 3, 100])
  func tree(limit: Int) async {
    var seen: [Int] = []
    await [1].concurrentWork(limit: limit) { (number) async -> Int in
      await Task.yield()
      return number
    } take: { number in
      seen.append(number)
      return number < 100 ? [number * 2, number * 2 + 1] : []
    }
    #expect(seen.sorted() == Array(1..<200))
  }

  @Test("what is given later starts while what came before is still under way")
  func noStages() async {
    let gate = Gate()
    await ["slow", "quick"].concurrentWork(limit: 2) { (word) async -> String in
      if word == "slow" { await gate.pass() }
      if word == "later" { await gate.open() }
      return word
    } take: { word in
      word == "quick" ? ["later"] : []
    }
    #expect(await gate.arrivals == 1)
  }

  @Test("an error ends it, and nothing more is started")
  func failure() async {
    let started = Atomic(0)
    await #expect(throws: Failure(number: 2)) {
      try await [1].concurrentWork(limit: 1) { (number) async throws(Failure) -> Int in
        started.add(1, ordering: .relaxed)
        if number == 2 { throw Failure(number: number) }
        return number
      } take: { number in
        [number + 1, number + 2]
      }
    }
    #expect(started.load(ordering: .relaxed) == 2)
  }
}
