import IdentityModel
import Testing

struct PositionsTests {
  @Test func `finds each key of a list, and nothing else`() {
    for count in [0, 1, 5, 6, 7, 100, 5000] {
      let positions = Positions((0..<count).map { Name("name-\($0)") })
      #expect((0..<count).allSatisfy { positions.first(of: Name("name-\($0)")) == $0 })
      #expect((count..<count + 100).allSatisfy { positions.first(of: Name("name-\($0)")) == nil })
    }
  }

  @Test func `finds the first of equal keys, and tells of the others`() {
    var repeats: [[Int]] = []
    let names: [Name] = ["a", "b", "a", "e\u{301}", "\u{E9}", "a", "b"]
    let positions = Positions(names) { repeats.append([$0, $1]) }
    #expect(names.map { positions.first(of: $0) } == [0, 1, 0, 3, 4, 0, 1])
    #expect(repeats == [[2, 0], [5, 0], [6, 1]])
    #expect(positions.keys == names)
  }

  @Test func `tells keys of the same hash apart`() {
    let positions = Positions((0..<20).map { Colliding(number: $0) })
    #expect((0..<20).allSatisfy { positions.first(of: Colliding(number: $0)) == $0 })
    #expect(positions.first(of: Colliding(number: 20)) == nil)
  }

  private struct Colliding: Hashable {
    let number: Int

    func hash(into hasher: inout Hasher) {}
  }
}
