import IdentityModel
import Reconciliation
import Testing

@Suite("A plan deletes no more of a kind than it may")
struct DeletionLimitTests {
  static let users = ["ann", "b", "c", "d", "e", "f"].map { Live(id: "\($0)", User(name: $0)) }

  private func plan(
    keeping kept: Int,
    among users: [Live<User>] = Self.users,
    maximum: Int? = nil
  ) throws -> Plan {
    try Plan.make(
      .make { $0.users = users.prefix(kept).map(\.value) },
      .make { $0.users = users },
      options: PlanOptions(prunes: true, maximumDeletions: maximum)
    )
  }

  @Test("a third of what is live may go, unless more or less is allowed")
  func third() throws {
    #expect(try plan(keeping: 4).count(of: .delete) == 2)
    #expect(
      throws: PlanError.tooManyDeletions([
        ExcessiveDeletion(.user, count: 3, limit: 2, live: 6)
      ])
    ) {
      try plan(keeping: 3)
    }
    #expect(try plan(keeping: 3, maximum: 3).count(of: .delete) == 3)
    #expect(throws: PlanError.self) { try plan(keeping: 4, maximum: 0) }
  }

  @Test("one may go, however few there are")
  func floor() throws {
    let few = Array(Self.users.prefix(2))
    #expect(try plan(keeping: 1, among: few).count(of: .delete) == 1)
  }

  @Test("a domain counts with all that lives in it")
  func residents() throws {
    let desired = DesiredState.make { $0.absent.domains = ["old"] }
    let live = LiveState.make {
      $0.domains = [Live(id: "1", Domain(name: "old", enabled: true))]
      $0.users = (0..<9).map {
        Live(id: "\($0)", User(name: QualifiedName(Name("user-\($0)"), of: $0 < 4 ? "old" : nil)))
      }
    }
    #expect(
      throws: PlanError.tooManyDeletions([
        ExcessiveDeletion(.user, count: 4, limit: 3, live: 9)
      ])
    ) {
      try Plan.make(desired, live, capabilities: .v3, options: PlanOptions())
    }
    let options = PlanOptions(maximumDeletions: 4)
    #expect(
      try Plan.make(desired, live, capabilities: .v3, options: options).count(of: .delete) == 1
    )
  }

  @Test(
    "the rows of an endpoint's interfaces are one endpoint",
    arguments: BackendCapabilities.both
  )
  func rows(capabilities: BackendCapabilities) throws {
    let desired = DesiredState.make {
      $0.services = [.make(.nova)]
      $0.endpoints = [.make(internal: "http://i", admin: "http://a")]
    }
    func live(_ count: Int) -> LiveState {
      .make { state in
        state.services = [.make("1", .nova)]
        state.endpoints = (0..<count).map {
          .make("e\($0)", on: "1", internal: "http://i", admin: "http://a")
        }
      }
    }
    let options = PlanOptions()
    let one = try Plan.make(desired, live(2), capabilities: capabilities, options: options)
    #expect(one.count(of: .delete) == (capabilities.groupsEndpoints ? 1 : 3))
    #expect(
      throws: PlanError.tooManyDeletions([
        ExcessiveDeletion(.endpoint, count: 2, limit: 1, live: 3)
      ])
    ) {
      try Plan.make(desired, live(3), capabilities: capabilities, options: options)
    }
  }

  @Test("every kind counts by itself, so that users do not pay for the catalog")
  func everyKind() throws {
    let desired = DesiredState.make {
      $0.users = Self.users.map(\.value)
      $0.services = [.make(.glance)]
      $0.endpoints = [.make(.glance)]
    }
    let live = LiveState.make {
      $0.users = Self.users
      $0.services = [.make("1", .nova), .make("2", .heat), .make("3", .glance)]
      $0.endpoints = [.make("e1", on: "1"), .make("e2", on: "2"), .make("e3", on: "3")]
    }
    #expect(
      throws: PlanError.tooManyDeletions([
        ExcessiveDeletion(.service, count: 2, limit: 1, live: 3),
        ExcessiveDeletion(.endpoint, count: 2, limit: 1, live: 3),
      ])
    ) {
      try Plan.make(desired, live, options: PlanOptions(prunes: true))
    }
    let two = PlanOptions(prunes: true, maximumDeletions: 2)
    #expect(try Plan.make(desired, live, options: two).count(of: .delete) == 4)
  }

  @Test("what is declared absent counts, without pruning too")
  func absent() throws {
    let desired = DesiredState.make { $0.absent.users = ["b", "c", "d"] }
    let live = LiveState.make { $0.users = Self.users }
    #expect(throws: PlanError.self) { try Plan.make(desired, live, options: PlanOptions()) }
    let three = PlanOptions(maximumDeletions: 3)
    #expect(try Plan.make(desired, live, options: three).count(of: .delete) == 3)
  }

  @Test("a duplicate counts, but not where a run that races may have made it; one may always go")
  func duplicates() throws {
    let desired = DesiredState.make { $0.services = [.make(.nova)] }
    let twice = LiveState.make { $0.services = [.make("1"), .make("2")] }
    #expect(try Plan.make(desired, twice, options: PlanOptions()).count(of: .delete) == 1)
    let thrice = LiveState.make { $0.services = [.make("1"), .make("2"), .make("3")] }
    #expect(throws: PlanError.self) { try Plan.make(desired, thrice, options: PlanOptions()) }
    var later = PlanOptions()
    later.countsDuplicates = false
    #expect(try Plan.make(desired, thrice, options: later).count(of: .delete) == 2)
  }

  @Test("what is replaced does not count")
  func replaced() throws {
    let desired = DesiredState.make {
      $0.services = [.make(.nova)]
      $0.endpoints = [.make(.nova, public: "http://new")]
    }
    let live = LiveState.make {
      $0.services = [.make("1")]
      $0.endpoints = [.make("e", on: "1")]
    }
    let none = PlanOptions(maximumDeletions: 0)
    #expect(try Plan.make(desired, live, options: none).count(of: .replace) == 1)
  }
}
