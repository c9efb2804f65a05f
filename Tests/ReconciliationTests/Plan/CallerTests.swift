import IdentityModel
import Reconciliation
import Testing

@Suite("Who asks has the names of the live state")
struct CallerTests {
  private let caller = Caller(user: "ann", tenant: "acme", roles: ["admin", "member"])

  @Test("where an object stands for a declared one, its name is that one's")
  func adopted() {
    let twins: [ResourceKey: Twin] = [
      .user("Ann"): .same("ann"), .tenant("Acme"): .same("acme"), .role("Admin"): .same("admin"),
      .role("Member"): .other, .role("Ann"): .same("Anne"),
    ]
    let named = Caller(user: "Ann", tenant: "Acme", roles: ["Admin", "member"])
    #expect(caller.named(as: twins) == named)
  }

  @Test("what is renamed has its new name")
  func renamed() {
    let renamed: [ResourceKey: ResourceKey] = [
      .user("anna"): .user("ann"), .tenant("corp"): .tenant("acme"), .role("x"): .role("y"),
    ]
    let named = Caller(user: "anna", tenant: "corp", roles: ["admin", "member"])
    #expect(caller.named(as: [:], renamed: renamed) == named)
  }

  @Test("a domain that it is logged in to has its new name as well")
  func domain() {
    let ids = Caller.IDs(user: "u", tenant: nil)
    let caller = Caller(user: "ann", on: .domain("old"), roles: [], ids: ids)
    #expect(caller.tenant == nil)
    #expect(
      caller.named(as: [:], renamed: [.domain("new"): .domain("old")])
        == Caller(user: "ann", on: .domain("new"), roles: [], ids: ids)
    )
    let system = Caller(user: "ann", on: .system, roles: [])
    #expect(system.named(as: [:], renamed: [.domain("new"): .domain("old")]) == system)
  }

  @Test("a name of another kind changes nothing")
  func others() {
    #expect(caller.named(as: [.role("X"): .same("ann"), .user("Y"): .same("acme")]) == caller)
    #expect(caller.named(as: [:]) == caller)
  }
}
