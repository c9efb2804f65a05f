import IdentityModel
import Testing

@testable import Reconciliation

@Suite struct EffectiveRoleTests {
  @Test func `what a user has in one place stands together`() {
    let sorted = [
      EffectiveRole(.name("ann"), .tenant(.name("a")), role: "member"),
      EffectiveRole(.name("ann"), .tenant(.name("a")), role: "reader"),
      EffectiveRole(.name("ann"), .tenant(.id("1")), role: "member"),
      EffectiveRole(.name("ann"), .domain(.name("corp")), role: "member"),
      EffectiveRole(.name("ann"), .domain(.name("heat")), role: "member"),
      EffectiveRole(.name("ann"), .system, role: "member"),
      EffectiveRole(.name("bob"), .tenant(.name("a")), role: "admin"),
      EffectiveRole(.id("1"), .tenant(.name("a")), role: "admin"),
    ]
    #expect(sorted.reversed().sorted() == sorted)
    for role in sorted { #expect(!(role < role)) }
  }
}
