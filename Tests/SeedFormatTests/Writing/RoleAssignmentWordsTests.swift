import IdentityModel
import Testing

@testable import SeedFormat

@Suite struct RoleAssignmentWordsTests {
  private static let ops = RoleAssignment.Holder.group(QualifiedName("ops", of: "heat"))
  private static let shared = QualifiedName("shared", of: "heat")

  @Test func `words at an actor say what is in its own domain`() {
    let own = QualifiedName("lead", of: "heat")
    for scope in [RoleAssignment.Scope.tenant(Self.shared), .domain("heat")] {
      #expect(RoleAssignment(Self.ops, scope, role: own).isShort(among: []))
      #expect(RoleAssignment(Self.ops, scope, role: "admin").isShort(among: []))
      // A namesake in the domain takes the plain name.
      let roles: Set<QualifiedName> = [QualifiedName("admin", of: "heat")]
      #expect(!RoleAssignment(Self.ops, scope, role: "admin").isShort(among: roles))
    }
    #expect(RoleAssignment(Self.ops, .system, role: "admin").isShort(among: []))
  }

  @Test func `they say nothing of other domains, and of nothing inherited`() {
    for scope in [
      RoleAssignment.Scope.tenant("web"), .domain("Default"), .tenantsBelow(Self.shared),
      .tenantsOfDomain("heat"),
    ] {
      #expect(!RoleAssignment(Self.ops, scope, role: "admin").isShort(among: []))
    }
  }

  @Test func `a domain's role is at home in that domain alone`() {
    let own = QualifiedName("lead", of: "heat")
    let home: [RoleAssignment.Scope] = [
      .tenant(Self.shared), .domain("heat"), .tenantsBelow(Self.shared), .tenantsOfDomain("heat"),
    ]
    #expect(home.allSatisfy { RoleAssignment(Self.ops, $0, role: own).isAtHome })
    let elsewhere: [RoleAssignment.Scope] = [
      .tenant("web"), .domain("Default"), .system, .tenantsBelow("web"),
      .tenantsOfDomain("Default"),
    ]
    #expect(!elsewhere.contains { RoleAssignment(Self.ops, $0, role: own).isAtHome })
    #expect(elsewhere.allSatisfy { RoleAssignment(Self.ops, $0, role: "admin").isAtHome })
  }
}
