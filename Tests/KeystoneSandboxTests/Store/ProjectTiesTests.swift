import Testing

@testable import KeystoneSandbox

@Suite struct ProjectTiesTests {
  @Test func isThereOnceAndGoesWithEither() {
    var ties = ProjectTies()
    let added = [("e", "p"), ("e", "p"), ("f", "p"), ("e", "q")].map { ties.add($0, to: $1) }
    #expect(added == [true, false, true, true])
    #expect(ties.others(of: "p") == ["e", "f"])
    #expect(ties.projects(with: "e") == ["p", "q"])
    let removed = [1, 2].map { _ in ties.remove("f", from: "p") }
    #expect(removed == [true, false])
    ties.removeAll(of: "q")
    #expect(ties.projects(with: "e") == ["p"])
    ties.removeAll(with: "e")
    #expect(!ties.holds("e", of: "p"))
  }
}
