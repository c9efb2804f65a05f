import IdentityModel
import Reconciliation
import Testing

@Suite("Laws of order, over random clouds")
struct OrderLawsTests {
  static let seeds = 0..<200

  @Test(
    "whatever the order in which things are read and declared, the plan is the same",
    arguments: BackendCapabilities.both
  )
  func shuffled(capabilities: BackendCapabilities) {
    for seed in Self.seeds {
      var cloud = RandomCloud(seed: seed, strangeness: .foreign)
      let options = PlanOptions(prunes: seed.isMultiple(of: 2), maximumDeletions: .max)
      let checks = SimulatedKeystone(cloud.live, passwords: cloud.passwords)
        .checks(of: cloud.desired.passwords)
      func plan(_ desired: DesiredState, _ live: LiveState) -> Result<Plan, PlanError> {
        Result<Plan, PlanError> { () throws(PlanError) in
          try Plan.make(
            desired,
            live,
            passwords: checks,
            capabilities: capabilities,
            options: options
          )
        }
      }
      let expected = plan(cloud.desired, cloud.live)
      for _ in 0..<3 {
        let desired = cloud.desired.shuffled(using: &cloud.generator)
        let live = cloud.live.shuffled(using: &cloud.generator)
        #expect(plan(desired, live) == expected, "seed \(seed)")
      }
    }
  }

  @Test("20,000 users with their assignments and a thousand endpoints are planned in one go")
  func large() throws {
    let users = (0..<20_000).map { User(name: QualifiedName("user\($0)"), email: "u", tenant: "t") }
    let regions = (0..<1_000).map { Name("region\($0)") }
    let desired = DesiredState.make { desired in
      desired.roles = [Role(name: "Member"), Role(name: Role.memberName)]
      desired.tenants = [Tenant(name: "t")]
      desired.users = users
      desired.usersWithDeclaredRoles = Set(users.map(\.name))
      desired.assignments = users.map {
        RoleAssignment(user: $0.name, tenant: "t", role: "Member")
      }
      desired.services = [.make(.nova)]
      desired.endpoints = regions.map { .make(.nova, in: $0) }
    }
    let made = try Plan.make(desired, LiveState())
    #expect(made.count(of: .create) == 3 + 20_000 + 20_000 + 1 + 1_000)
    let caller = Caller(user: "user7", tenant: nil, roles: [])
    let schedule = Schedule(made, live: LiveState(), caller: caller, capabilities: .v2)
    #expect(schedule.operations.count == made.changes.count)

    let live = LiveState.make { live in
      live.users = users.map { Live(id: "id of \($0.name)", $0) }
      live.endpoints = (0..<1_000).map { .make("\($0)", on: "gone", in: regions[$0]) }
    }
    let options = PlanOptions.pruning
    let pruned = try Plan.make(.make { $0.users = [User(name: "ann")] }, live, options: options)
    #expect(pruned.count(of: .delete) == 20_000)
  }
}

extension Result {
  fileprivate init(catching body: () throws(Failure) -> Success) {
    do { self = .success(try body()) } catch { self = .failure(error) }
  }
}
