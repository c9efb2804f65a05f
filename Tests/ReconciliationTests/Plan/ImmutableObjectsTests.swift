import IdentityModel
import Reconciliation
import TestSupport
import Testing

@Suite("What is immutable is neither changed nor deleted")
struct ImmutableObjectsTests {
  private static let live = LiveState.make {
    $0.roles = [
      Live(id: "r1", Role(name: "old", options: ResourceOptions([.immutable: .flag(true)]))),
      Live(id: "r2", Role(name: "admin")),
    ]
    $0.tenants = [
      Live(
        id: "t1",
        Tenant(name: "acme", description: "d", options: ResourceOptions([.immutable: .flag(true)]))
      ),
      Live(id: "t2", Tenant(name: "demo", description: "d")),
    ]
    $0.users = [Live(id: "u", User(name: "ann"))]
  }

  @Test("a change and a deletion of it are notes, what hangs on it changes all the same")
  func notes() throws {
    let desired = DesiredState.make {
      $0.tenants = [Tenant(name: "acme", description: "n"), Tenant(name: "demo", description: "n")]
      $0.users = [User(name: "ann")]
      $0.roles = [Role(name: "admin")]
      $0.assignments = [RoleAssignment(user: "ann", tenant: "acme", role: "admin")]
      $0.absent.roles = ["old"]
    }
    let plan = try Plan.make(desired, Self.live, capabilities: .v3)
    #expect(plan.lines == ["+ assignment ann has admin in acme", "~ tenant demo id t2"])
    let description = FieldChange(.description, from: .text("d"), to: .text("n"))
    #expect(
      plan.notes == [
        .immutable(.role("old"), id: "r1", []),
        .immutable(.tenant("acme"), id: "t1", [description]),
      ]
    )
    #expect(plan.leavesDrift)
  }

  /// The immutable tenant with that option in the seed, described anew, or as it is.
  private func fields(
    _ option: ResourceOptions.Value,
    description: String = "n"
  ) throws -> [String] {
    let desired = DesiredState.make {
      $0.tenants = [
        Tenant(
          name: "acme",
          description: description,
          options: ResourceOptions([.immutable: option])
        )
      ]
      $0.roles = [Role(name: "old")]
    }
    let plan = try Plan.make(desired, Self.live, capabilities: .v3)
    #expect(plan.notes.isEmpty)
    #expect(plan.changes.allSatisfy { $0.liveID == "t1" } && plan.changes.count < 2)
    return plan.changes.flatMap(\.fields).map { change in
      func words(_ value: FieldValue?) -> String {
        switch value {
        case .flag(let flag): "\(flag)"
        case .text(let text): text
        default: "none"
        }
      }
      return "\(change.field): \(words(change.from)) -> \(words(change.to))"
    }
  }

  @Test("where the seed says that it is immutable it is opened, changed and closed")
  func opens() throws {
    #expect(
      try fields(.flag(true)) == [
        "immutable: true -> false", "description: d -> n", "immutable: false -> true",
      ]
    )
    #expect(try fields(.flag(true), description: "d") == [])
  }

  @Test("where the seed says that it is not it is opened first", arguments: ["false", "none"])
  func opensForGood(value: String) throws {
    let option = value == "false" ? ResourceOptions.Value.flag(false) : .absent
    #expect(try fields(option) == ["immutable: true -> \(value)", "description: d -> n"])
    #expect(try fields(option, description: "d") == ["immutable: true -> \(value)"])
  }

  @Test("a domain that is to go is not opened for that")
  func domain() throws {
    let live = LiveState.make {
      $0.domains = [
        Live(
          id: "d",
          Domain(name: "lab", enabled: true, options: ResourceOptions([.immutable: .flag(true)]))
        )
      ]
    }
    let desired = DesiredState.make { $0.absent.domains = ["lab"] }
    let plan = try Plan.make(desired, live, capabilities: .v3)
    #expect(plan.changes.isEmpty && !plan.notes.isEmpty)
  }

  @Test("one that is as declared is worth no word")
  func silent() throws {
    let desired = DesiredState.make {
      $0.tenants = [Tenant(name: "acme", description: "d")]
      $0.roles = [Role(name: "old")]
    }
    #expect(try Plan.make(desired, Self.live, capabilities: .v3).notes == [])
  }

  @Test("pruning leaves it alone and says so, unless it would have done that anyway")
  func pruning() throws {
    let desired = DesiredState.make {
      $0.roles = [Role(name: "admin")]
      $0.tenants = [Tenant(name: "home")]
    }
    let plan = try Plan.make(desired, Self.live, capabilities: .v3, options: .pruning)
    #expect(plan.lines == ["+ tenant home", "- tenant demo id t2 unmanaged"])
    #expect(plan.unmanagedCount == 3)
    #expect(
      plan.notes.filter { if case .immutableNotPruned = $0 { true } else { false } } == [
        .immutableNotPruned(.role("old"), id: "r1"), .immutableNotPruned(.tenant("acme"), id: "t1"),
      ]
    )
    let own = Caller(user: "ann", tenant: "acme", roles: ["old"])
    let quiet = try Plan.make(
      desired,
      Self.live,
      capabilities: .v3,
      options: .pruning,
      caller: own
    )
    #expect(!quiet.notes.contains { if case .immutableNotPruned = $0 { true } else { false } })
  }
}
