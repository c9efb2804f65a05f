import Testing

@testable import Convergence

struct ReadyOperationsTests {
  private func all(_ ready: inout ReadyOperations) -> [Int] {
    var found: [Int] = []
    while let index = ready.popFirst() { found.append(index) }
    return found
  }

  @Test("the most urgent comes first, of equals the one that came first")
  func order() {
    var ready = ReadyOperations([1, 3, 0, 3, 1])
    for index in [0, 4, 2, 3, 1] { ready.append(index) }
    #expect(all(&ready) == [3, 1, 0, 4, 2])
  }

  @Test("what comes later and is more urgent goes before what waits already")
  func overtaking() {
    var ready = ReadyOperations([1, 1, 5])
    ready.append(0)
    ready.append(1)
    #expect(ready.popFirst() == 0)
    ready.append(2)
    #expect(all(&ready) == [2, 1])
    #expect(ready.popFirst() == nil)
  }

  @Test("without any operation there is none")
  func empty() {
    var ready = ReadyOperations([])
    #expect(ready.popFirst() == nil)
  }
}
