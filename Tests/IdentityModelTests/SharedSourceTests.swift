import IdentityModel
import Testing
import Texts

struct SharedSourceTests {
  private static let sources: [SecretSource] = [
    .literal(Secret("caf\u{E9}")), .literal(Secret("cafe\u{301}")), .literal(Secret("x")),
    .environment("x"), .file("x"), .command(["x"]), .command(["x"], directory: "/x"),
    .command(["x", "y"]), .command(["x y"]),
    .command(["xy"]), .command(["x", "", "y"]), .file("caf\u{E9}"), .file("cafe\u{301}"),
  ]

  @Test func noTwoThatCouldDifferAreShared() {
    #expect(Set(Self.sources.map { SharedSource($0) }).count == Self.sources.count)
  }

  @Test(arguments: sources)
  func sameSourceIsReadOnce(source: SecretSource) {
    #expect(Set([SharedSource(source), SharedSource(source)]).count == 1)
  }
}
