import IdentityModel
import Testing

@testable import SeedFormat

@Suite struct ImplicationCircleTests {
  private func circles(_ pairs: (QualifiedName, QualifiedName)...) -> [[QualifiedName]] {
    let implications = pairs.map { Implication($0.0, implies: $0.1) }
    let circles = ImplicationCircle.all(among: implications)
    let rest = implications.filter { !circles.map(\.last).contains($0) }
    #expect(ImplicationCircle.all(among: rest).isEmpty, "without the last ones there is none")
    return circles.map(\.roles)
  }

  @Test func `two ways to one role are no circle`() {
    #expect(circles(("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("a", "d")).isEmpty)
    #expect(circles().isEmpty)
  }

  @Test func `each circle is told once`() {
    #expect(circles(("a", "a")) == [["a", "a"]])
    #expect(circles(("x", "a"), ("a", "b"), ("b", "a")) == [["a", "b", "a"]])
    #expect(
      circles(("a", "b"), ("b", "a"), ("c", "d"), ("d", "c"), ("b", "c"))
        == [["a", "b", "a"], ["c", "d", "c"]]
    )
  }

  @Test func `a long chain is walked once, and no stack is too small for it`() {
    let chain = (0..<100_000).map { Implication(Self.role($0), implies: Self.role($0 + 1)) }
    #expect(ImplicationCircle.all(among: chain).isEmpty)
    let closed = chain + [Implication(Self.role(100_000), implies: Self.role(0))]
    #expect(ImplicationCircle.all(among: closed).map(\.last) == closed.suffix(1))
  }

  private static func role(_ number: Int) -> QualifiedName { QualifiedName("role \(number)") }
}
