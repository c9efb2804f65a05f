import IdentityModel
import Reconciliation
import Testing

@Suite("What lives in other domains is planned and left alone by its domain")
struct DomainsTests {
  private static func user(_ name: Name, of domain: Name) -> User {
    User(name: QualifiedName(name, of: domain), enabled: true)
  }

  private static let live = LiveState.make {
    $0.domains = ["Default", "heat", "corp"].map {
      Live(id: "d-\($0)", Domain(name: $0, enabled: true))
    }
    $0.users = ["heat", "corp", "lost"].map { Live(id: "u-\($0)", user("ann", of: $0)) }
  }

  @Test func `pruning keeps to the domains that are the seed's own, and takes none away`() throws {
    var desired = DesiredState.make {
      $0.domains = [Domain(name: "heat"), Domain(name: "corp")]
      $0.users = [Self.user("kept", of: "heat")]
      $0.existing = [.domain("corp")]
    }
    var live = Self.live
    live.users.append(Live(id: "u-kept", Self.user("kept", of: "heat")))
    let plan = try Plan.make(desired, live, options: .pruning)
    #expect(plan.lines == ["- user ann of domain heat id u-heat unmanaged"])
    desired.existing = [.user(QualifiedName("kept", of: "heat"))]
    #expect(throws: PlanError.prunesPart([.user(QualifiedName("kept", of: "heat"))])) {
      try Plan.make(desired, live, options: .pruning)
    }
  }

  @Test func `the default domain is there without saying`() throws {
    let desired = DesiredState.make {
      $0.domains = ["heat", "corp"].map { Domain(name: $0) }
      $0.users = ["heat", "corp", "lost"].map { Self.user("ann", of: $0) }
    }
    #expect(try Plan.make(desired, Self.live).unmanagedCount == 0)
  }

  @Test func `one that is enabled is disabled before it is deleted`() throws {
    let desired = DesiredState.make { $0.absent.domains = ["heat"] }
    let plan = try Plan.make(desired, Self.live)
    #expect(
      plan.lines == ["~ domain heat id d-heat", "- domain heat id d-heat declaredAbsent"]
    )
    let operations = Schedule(
      plan,
      live: Self.live,
      caller: nil,
      capabilities: .v3
    ).operations
    #expect(operations.map(\.after) == [[], [0]])
  }

  @Test func `what is made in a domain waits for it, and needs it`() throws {
    let desired = DesiredState.make {
      $0.domains = [Domain(name: "lab")]
      $0.users = [Self.user("ann", of: "lab")]
    }
    let plan = try Plan.make(desired, Self.live)
    #expect(plan.lines == ["+ domain lab", "+ user ann of domain lab"])
    #expect(throws: PlanError.missing(.domain("lab"), neededBy: plan.changes[1].key)) {
      try Plan.make(desired, Self.live, options: PlanOptions(kinds: [.user]))
    }
  }

  @Test func `nobody takes away, disables or renames the domain that lets the caller in`() {
    let caller = Caller(user: QualifiedName("ann", of: "heat"), tenant: nil, roles: [])
    let live = Self.live
    #expect(throws: PlanError.cutsOffCaller(.domain("heat"), .update)) {
      try Plan.make(.make { $0.absent.domains = ["heat"] }, live, caller: caller)
    }
    var renamed = live
    renamed.domains[1] = Live(id: "d-heat", Domain(name: "stacks", enabled: true))
    renamed.renamed = [.domain("stacks"): .domain("heat")]
    let desired = DesiredState.make {
      $0.domains = [Domain(name: "stacks")]
      $0.former = [.domain("stacks"): .domain("heat")]
    }
    #expect(throws: PlanError.renamesCaller(.domain("heat"))) {
      try Plan.make(desired, renamed, caller: caller)
    }
  }

  @Test func `a change in a domain changes the fingerprint`() {
    var other = Self.live
    other.users[0] = Live(id: "u-heat", Self.user("ann", of: "corp"))
    #expect(LiveFingerprint.of(other) != LiveFingerprint.of(Self.live))
    other = Self.live
    other.domains.removeLast()
    #expect(LiveFingerprint.of(other) != LiveFingerprint.of(Self.live))
  }
}
