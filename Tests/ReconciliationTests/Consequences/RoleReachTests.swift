import Testing

@testable import Reconciliation

@Suite struct RoleReachTests {
  private static func pair(_ role: String, _ implied: String) -> Access.Implied {
    Access.Implied(.id(role), implies: .id(implied))
  }

  @Test func `a role brings along what it implies, over others too, and around circles`() {
    var reach = RoleReach([
      Self.pair("a", "b"): .throughout, Self.pair("b", "c"): .throughout,
      Self.pair("c", "a"): .throughout, Self.pair("c", "c"): .throughout,
      Self.pair("x", "y"): .throughout,
    ])
    for role in ["a", "b", "c"] {
      let roles = reach.roles(with: .id(role))
      #expect(roles == [.id("a"): .throughout, .id("b"): .throughout, .id("c"): .throughout])
    }
    #expect(reach.roles(with: .id("y")) == [.id("y"): .throughout])
  }

  @Test func `of two ways the earlier and the longer one count`() {
    var late = Lifetime.throughout
    late.lose(by: 1)
    var reach = RoleReach([
      Self.pair("a", "b"): .made(by: 1), Self.pair("b", "d"): .throughout,
      Self.pair("a", "c"): .made(by: 2), Self.pair("c", "d"): .throughout,
      Self.pair("a", "e"): late, Self.pair("a", "f"): .throughout,
      Self.pair("e", "g"): .throughout, Self.pair("f", "g"): .throughout,
    ])
    let roles = reach.roles(with: .id("a"))
    #expect(roles[.id("d")] == .made(by: 1))
    #expect(roles[.id("e")] == late)
    #expect(roles[.id("g")] == .throughout)
  }
}
