import IdentityModel
import Reconciliation
import Testing

@testable import KeystoneSeedCLI

@Suite struct ConsequenceLinesTests {
  private static func consequence(
    _ effect: Consequence.Effect,
    _ user: NameOrID,
    _ scope: EffectiveRole.Scope,
    _ role: QualifiedName
  ) -> Consequence {
    Consequence(effect, EffectiveRole(user, scope, role: role))
  }

  @Test func `what a user has in one place is one line`() {
    let lines = ConsequenceLines([
      Self.consequence(.loses, .name("ann"), .tenant(.name("lab")), "member"),
      Self.consequence(.loses, .name("ann"), .tenant(.name("lab")), "reader"),
      Self.consequence(.loses, .name("ann"), .domain(.name("corp")), "reader"),
      Self.consequence(.gains, .name("ann"), .system, "reader"),
      Self.consequence(.gains, .id("7"), .tenant(.id("8")), "reader"),
    ]).lines
    #expect(
      lines.map(\.text) == [
        "ann loses member, reader in lab", "ann loses reader on domain corp",
        "ann gains reader on the system", "user id 7 gains reader in project id 8",
      ]
    )
    #expect(lines.map(\.effect) == [.loses, .loses, .gains, .gains])
  }

  @Test func `of many the first five are shown, and how many more there are`() {
    func lines(_ count: Int) -> [String] {
      ConsequenceLines(
        (1...count).map {
          Self.consequence(.gains, .name(QualifiedName("u\($0)")), .system, "reader")
        }
      ).lines.map(\.text)
    }
    #expect(lines(5).count == 5)
    #expect(lines(5).last == "u5 gains reader on the system")
    #expect(lines(42).count == 6)
    #expect(lines(42).last == "and 37 more; --output json has all")
  }

  @Test func `names are told apart from words, and are harmless`() {
    let user = NameOrID.name(QualifiedName("a gains b", of: "corp"))
    let lines = ConsequenceLines([
      Self.consequence(.gains, user, .tenant(.name("x\u{1b}[2J")), "a, b")
    ]).lines
    #expect(
      lines.map(\.text) == [#""a gains b" of domain corp gains "a, b" in x\x1b[2J"#]
    )
  }

  @Test func `none is no line`() {
    #expect(ConsequenceLines([]).lines.isEmpty)
  }
}
