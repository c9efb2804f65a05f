import IdentityModel
import Reconciliation
import TestSupport
import Testing

@Suite("Laws of applying a plan, over random clouds")
struct ApplyLawsTests {
  static let seeds = 0..<150

  @Test("a state that is what the seed says gives no change")
  func identical() throws {
    for seed in Self.seeds {
      let cloud = RandomCloud(seed: seed, strangeness: RandomCloud.Strangeness(hiddenRows: 0))
      let live = cloud.live.withoutDuplicates
      let difference = Differ.difference(
        desired: .declaring(live),
        live: live,
        memberRole: Role.memberName,
        groupsEndpoints: true
      )
      #expect(difference.changes.isEmpty, "seed \(seed)")
      #expect(difference.unmanaged.isEmpty, "seed \(seed)")
      #expect(difference.notes.isEmpty, "seed \(seed)")
    }
  }

  @Test("of a state that is what the seed says nothing differs but what is disabled")
  func disabled() throws {
    for seed in Self.seeds {
      let live = RandomCloud(seed: seed).live.withoutDuplicates
      let difference = Differ.difference(
        desired: .declaring(live),
        live: live,
        memberRole: Role.memberName,
        groupsEndpoints: true
      )
      let hidden =
        Set(live.services.filter { !$0.value.isShown }.map(\.id))
        .union(live.endpoints.filter { !$0.isShown }.map(\.id))
      #expect(difference.changes.allSatisfy { $0.fields.map(\.field) == [.enabled] })
      #expect(Set(difference.changes.compactMap(\.liveID)).isSubset(of: hidden), "seed \(seed)")
    }
  }

  @Test(
    "applied in any order that the schedule allows, a plan leaves no difference",
    arguments: BackendCapabilities.both
  )
  func converges(capabilities: BackendCapabilities) throws {
    var applied = 0
    for seed in Self.seeds {
      var scenario = Scenario(seed: seed, capabilities)
      guard let plan = scenario.plan() else { continue }
      applied += 1
      scenario.apply(plan)
      #expect(scenario.keystone.refusals == [], "seed \(seed)")
      let next = try #require(scenario.plan(), "seed \(seed)")
      if !scenario.mayNeedAnotherRun(after: plan) {
        #expect(next.lines == [], "seed \(seed)")
      }
      scenario.apply(next)
      let last = try #require(scenario.plan(), "seed \(seed)")
      #expect(last.lines == [], "seed \(seed)")
      #expect(
        last.notes.allSatisfy { !$0.leavesDrift || $0.isAboutDisabled || $0.isAboutParent },
        "seed \(seed)"
      )
    }
    #expect(applied > Self.seeds.count / 2, "most random plans are not refused")
  }

  @Test(
    "it stays so with endpoints that the backend cannot delete",
    arguments: BackendCapabilities.both
  )
  func convergesAmongForeignEndpoints(capabilities: BackendCapabilities) throws {
    for seed in Self.seeds {
      var scenario = Scenario(seed: seed, capabilities, strangeness: .foreign)
      guard let plan = scenario.plan() else { continue }
      scenario.apply(plan)
      #expect(scenario.keystone.refusals == [], "seed \(seed)")
      if let next = scenario.plan() { scenario.apply(next) }
      let last = try #require(scenario.plan(), "seed \(seed)")
      #expect(last.lines == [], "seed \(seed)")
    }
  }

  @Test("it stays so for some kinds alone", arguments: BackendCapabilities.both)
  func convergesForSomeKinds(capabilities: BackendCapabilities) throws {
    var applied = 0
    for seed in Self.seeds {
      var scenario = Scenario(seed: seed, capabilities, choosesKinds: true)
      guard let plan = scenario.plan() else { continue }
      applied += 1
      scenario.apply(plan)
      #expect(scenario.keystone.refusals == [], "seed \(seed)")
      if let next = scenario.plan() { scenario.apply(next) }
      let last = try #require(scenario.plan(), "seed \(seed)")
      #expect(last.lines == [], "seed \(seed)")
    }
    #expect(applied > Self.seeds.count / 3, "many random plans are not refused")
  }

  @Test("A1 what is declared is there exactly once afterwards", arguments: BackendCapabilities.both)
  func nothingDoubled(capabilities: BackendCapabilities) throws {
    for seed in Self.seeds {
      var scenario = Scenario(seed: seed, capabilities)
      guard let plan = scenario.plan() else { continue }
      scenario.apply(plan)
      let outcome = scenario.outcome
      for service in scenario.desired.services {
        #expect(outcome["service \(service.key)"] == 1, "seed \(seed): \(service.key)")
      }
      for line in scenario.endpointLines { #expect(outcome[line] == 1, "seed \(seed): \(line)") }
    }
  }

  @Test(
    "A8 A9 at every step users see all that they saw before and that is not to go",
    arguments: [RandomCloud.Strangeness(), .orderly, .foreign],
    BackendCapabilities.both
  )
  func makesBeforeItBreaks(strangeness: RandomCloud.Strangeness, capabilities: BackendCapabilities)
    throws
  {
    for seed in Self.seeds {
      var scenario = Scenario(
        seed: seed,
        capabilities,
        strangeness: strangeness,
        choosesKinds: seed % 4 == 0
      )
      guard let plan = scenario.plan() else { continue }
      var run = scenario.run(plan)
      let before = CatalogView(scenario.keystone.live).without(run.takenAway)
      for index in run.order(using: &scenario.generator) {
        let change = run.perform(index, on: &scenario.keystone)
        let missing = before.missing(from: CatalogView(scenario.keystone.live))
        #expect(missing == [], "seed \(seed) after \(change?.key.description ?? "nothing")")
      }
    }
  }

  @Test(
    "without pruning no object is lost that the seed does not mention",
    arguments: BackendCapabilities.both
  )
  func unmanagedStays(capabilities: BackendCapabilities) throws {
    for seed in Self.seeds {
      var scenario = Scenario(seed: seed, capabilities)
      guard !scenario.options.prunes, let plan = scenario.plan() else { continue }
      let before = scenario.keystone.live
      scenario.apply(plan)
      let after = scenario.keystone.live
      let absent = scenario.desired.absent
      let roles = Set(before.roles.map(\.value.name)).subtracting(absent.roles)
      #expect(roles.isSubset(of: after.roles.map(\.value.name)), "seed \(seed)")
      let tenants = Set(before.tenants.map(\.value.name)).subtracting(absent.tenants)
      #expect(tenants.isSubset(of: after.tenants.map(\.value.name)), "seed \(seed)")
      let users = Set(before.users.map(\.value.name)).subtracting(absent.users)
      #expect(users.isSubset(of: after.users.map(\.value.name)), "seed \(seed)")
      let declared = Set(scenario.desired.services.map(\.key))
      for row in before.services where !declared.contains(row.value.key) {
        guard !absent.services.contains(where: { $0.matches(row.value.key) }) else { continue }
        #expect(after.services.contains(row), "seed \(seed)")
      }
    }
  }
}

extension RandomCloud.Strangeness {
  static let foreign = RandomCloud.Strangeness(foreignEndpoints: 12)
  static let orderly = RandomCloud.Strangeness(hiddenRows: 0)
}

extension DesiredState {
  /// A seed that says what is live.
  static func declaring(_ live: LiveState) -> DesiredState {
    .make { desired in
      desired.roles = live.roles.map(\.value)
      desired.tenants = live.tenants.map(\.value)
      desired.users = live.users.map(\.value)
      desired.assignments = live.assignments.sorted()
      desired.usersWithDeclaredRoles = Set(live.users.map(\.value.name))
      desired.services = live.services.map(\.value)
      let keys = Dictionary(uniqueKeysWithValues: live.services.map { ($0.id, $0.value.key) })
      for row in live.endpoints {
        guard let service = keys[row.serviceID], let region = row.region,
          let publicURL = row.publicURL
        else { continue }
        desired.endpoints.append(
          Endpoint(
            service: service,
            region: region,
            publicURL: publicURL,
            internalURL: row.internalURL,
            adminURL: row.adminURL
          )
        )
      }
    }
  }
}

extension LiveState {
  /// The same cloud with one row for each key, and none that a seed cannot declare.
  fileprivate var withoutDuplicates: LiveState {
    var state = self
    var seen: Set<ResourceKey> = []
    state.services.removeAll { !seen.insert($0.value.resourceKey).inserted }
    let keys = Dictionary(uniqueKeysWithValues: state.services.map { ($0.id, $0.value.key) })
    state.endpoints.removeAll { row in
      guard let service = keys[row.serviceID], let region = row.region else { return true }
      return !seen.insert(.endpoint(service, in: region)).inserted
    }
    return state
  }
}

extension PlanNote {
  /// Whether it is about a tenant that stays where it is.
  fileprivate var isAboutParent: Bool {
    if case .staysBelow = self { true } else { false }
  }

  /// Whether it names a service that somebody has disabled, which stays so.
  fileprivate var isAboutDisabled: Bool {
    if case .disabled(.service, _) = self { true } else { false }
  }
}
