import Testing

@testable import Reconciliation

@Suite("Which of several rows stays")
struct SurvivorTests {
  @Test("the one with the lowest ID, in whatever order they are read")
  func lowest() {
    #expect(Survivor.id(among: ["b", "a", "c"]) == "a")
    #expect(Survivor.id(among: ["c", "b", "a"]) == "a")
    #expect(Survivor.id(among: [String]()) == nil)
    #expect(Survivor.precedes("a", "b") && !Survivor.precedes("b", "a"))
  }

  @Test("one that users see, if there is any")
  func shown() {
    let rows = [1, 2, 3, 4]
    #expect(Survivor.candidates(among: rows) { $0 > 2 } == [3, 4])
    #expect(Survivor.candidates(among: rows) { $0 > 4 } == rows)
  }
}
