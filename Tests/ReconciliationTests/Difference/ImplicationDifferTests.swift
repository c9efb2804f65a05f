import IdentityModel
import Reconciliation
import Testing

@Suite("What roles imply is given, and managed where it is declared")
struct ImplicationDifferTests {
  private static let live = LiveState.make {
    $0.roles = ["lead", "member", "reader"].map { Live(id: "\($0)", Role(name: $0)) }
    $0.implications = [
      Implication("lead", implies: "reader"), Implication("member", implies: "reader"),
    ]
  }
  private static let base = DesiredState.make {
    $0.roles = ["lead", "member", "reader"].map { Role(name: $0) }
    $0.implications = [Implication("lead", implies: "member")]
  }

  @Test("one that is missing is made, and what the seed does not name stays")
  func missing() throws {
    let plan = try Plan.make(Self.base, Self.live, options: .pruning)
    #expect(plan.lines == ["+ implication lead implies member"])
  }

  @Test("another one of a role whose own are declared is counted, and goes when pruning")
  func unmanaged() throws {
    var desired = Self.base
    desired.rolesWithDeclaredImplications = ["lead"]
    #expect(try Plan.make(desired, Self.live).unmanagedCount == 1)
    let plan = try Plan.make(desired, Self.live, options: .pruning)
    #expect(
      plan.lines == [
        "+ implication lead implies member", "- implication lead implies reader unmanaged",
      ]
    )
  }

  @Test("what bootstrap has made stays, also where none is declared")
  func bootstrapped() throws {
    var desired = Self.base
    desired.rolesWithDeclaredImplications = ["lead", "member"]
    let capabilities = BackendCapabilities(
      name: "v3",
      updatesServices: true,
      updatesEndpoints: true,
      groupsEndpoints: false,
      endpointsMakeRegions: false,
      listsGrants: true,
      bootstrapped: Set(Implication.bootstrapped.map(\.resourceKey)),
      defaultTenantRole: nil
    )
    let plan = try Plan.make(desired, Self.live, capabilities: capabilities, options: .pruning)
    #expect(!plan.lines.contains { $0.contains("member implies reader") }, "\(plan.lines)")
    #expect(plan.lines.contains("- implication lead implies reader unmanaged"))
  }

  @Test("one that is declared absent goes, and with its role all of them")
  func absent() throws {
    var desired = Self.base
    desired.absent.implications = [Implication("member", implies: "reader")]
    let plan = try Plan.make(desired, Self.live)
    #expect(
      plan.lines == [
        "+ implication lead implies member", "- implication member implies reader declaredAbsent",
      ]
    )
    desired = Self.base
    desired.roles = ["lead", "member"].map { Role(name: $0) }
    desired.rolesWithDeclaredImplications = ["lead"]
    desired.absent.roles = ["reader"]
    #expect(try Plan.make(desired, Self.live).unmanagedCount == 0)
  }

  @Test("a domain's role in a domain that is somebody else's keeps what it has")
  func others() throws {
    let (own, other) = (QualifiedName("own", of: "corp"), QualifiedName("other", of: "ldap"))
    let live = LiveState.make {
      $0.domains = ["corp", "ldap"].map { Live(id: "\($0)", Domain(name: $0)) }
      $0.roles = [own, other, "reader"].map { Live(id: "\($0)", Role(name: $0)) }
      $0.implications = [
        Implication(own, implies: "reader"), Implication(other, implies: "reader"),
      ]
    }
    let desired = DesiredState.make {
      $0.domains = ["corp", "ldap"].map { Domain(name: $0) }
      $0.existing = [.domain("ldap"), .role(other)]
      $0.roles = [own, other, "reader"].map { Role(name: $0) }
      $0.rolesWithDeclaredImplications = [own, other]
    }
    let plan = try Plan.make(desired, live, options: .pruning)
    #expect(plan.lines == ["- implication own of domain corp implies reader unmanaged"])
  }
}
