import IdentityModel
import Reconciliation
import Testing

@Suite("A registered limit cannot be changed while somebody has a limit of its own for it")
struct OwnLimitsTests {
  private typealias Limits = LimitDifferTests

  private static let raised: DesiredState = {
    var desired = Limits.base
    desired.limits[0].value = 11
    return desired
  }()

  @Test func `those of the seed are taken away, and given back as they are to be`() throws {
    var desired = Self.raised
    desired.limits[1].value = 21
    let plan = try Limits.plan(desired)
    #expect(
      plan.lines == [
        "+ limit compute/nova servers in RegionOne, project acme",
        "~ registered-limit compute/nova servers in RegionOne id l",
        "- limit compute/nova servers in RegionOne, project acme id o givenBack",
      ]
    )
    #expect(plan.changes[0].fields == [FieldChange(.limit, to: .number(21))])
    #expect(plan.notes == [.limitsGivenBack(.limit(Limits.servers), count: 1)])
    #expect(!plan.leavesDrift)
  }

  @Test func `the change waits until they are gone, and they come back however it ends`() throws {
    let plan = try Limits.plan(Self.raised)
    let schedule = Schedule(plan, live: Limits.live, caller: nil, capabilities: .v3)
    let operations = schedule.operations
    #expect(operations.map { plan.changes[$0.change].action } == [.delete, .update, .create])
    #expect(operations.map(\.after) == [[], [0], [0]])
    #expect(operations.map(\.afterSettled) == [[], [], [1]])
  }

  @Test func `one that is absent by itself goes before the change and does not come back`() throws {
    var desired = Self.raised
    desired.limits.removeLast()
    desired.absent.limits = [
      LimitPattern(
        service: ServicePattern(name: "nova"),
        region: nil,
        resource: "servers",
        holder: .tenant("acme")
      )
    ]
    let plan = try Limits.plan(desired)
    #expect(plan.notes == [])
    let steps = Steps(plan, live: Limits.live, capabilities: .v3)
    #expect(steps.needs(.limit(Limits.servers)) == [.limit(Limits.own)])
  }

  @Test func `where one is not the seed's, the registered one is left and the rest goes on`() throws
  {
    var desired = Self.raised
    desired.limits[1] = Limit(
      LimitKey(service: .nova, region: "RegionOne", resource: "cores"),
      value: 1
    )
    let plan = try Limits.plan(desired)
    #expect(plan.lines == ["~ registered-limit compute/nova cores in RegionOne id x"])
    let fields = [FieldChange(.limit, from: .number(10), to: .number(11))]
    #expect(
      plan.notes == [
        .limitHeld(.limit(Limits.servers), by: [.tenant("acme")], fields, isPruned: false)
      ]
    )
    #expect(plan.leavesDrift)
  }

  @Test func `one that is absent is left where others have their own`() throws {
    var desired = Limits.base
    desired.limits = []
    desired.absent.limits = [
      LimitPattern(service: ServicePattern(name: "nova"), region: nil, resource: "servers")
    ]
    let plan = try Limits.plan(desired)
    #expect(plan.isEmpty)
    #expect(
      plan.notes == [
        .limitHeld(.limit(Limits.servers), by: [.tenant("acme")], [], isPruned: false)
      ]
    )
  }

  @Test func `one that would go with its project goes by itself first`() throws {
    var desired = Limits.base
    desired.limits = []
    desired.tenants = []
    desired.absent.tenants = ["acme"]
    desired.absent.limits = [
      LimitPattern(service: ServicePattern(name: "nova"), region: nil, resource: "servers")
    ]
    let plan = try Limits.plan(desired)
    #expect(
      plan.lines == [
        "- limit compute/nova servers in RegionOne, project acme id o declaredAbsent",
        "- registered-limit compute/nova servers in RegionOne id l declaredAbsent",
        "- tenant acme id t declaredAbsent",
      ]
    )
    #expect(plan.notes == [])
  }

  @Test func `pruning leaves it as well, which is no drift`() throws {
    var desired = Limits.base
    desired.limits = []
    desired.servicesWithDeclaredLimits = [.nova]
    let plan = try Limits.plan(desired, options: .pruning)
    #expect(plan.lines == ["- registered-limit compute/nova cores in RegionOne id x unmanaged"])
    #expect(
      plan.notes == [
        .limitHeld(.limit(Limits.servers), by: [.tenant("acme")], [], isPruned: true)
      ]
    )
    #expect(!plan.leavesDrift)
  }

  @Test func `what is given back is not counted as deleted`() throws {
    let options = PlanOptions(maximumDeletions: 0)
    #expect(try Limits.plan(Self.raised, options: options).count(of: .delete) == 1)
  }

  @Test func `a simulated Keystone refuses nothing of it, and nothing differs afterwards`() throws {
    var desired = Self.raised
    desired.limits[1].value = 21
    let plan = try Limits.plan(desired)
    let schedule = Schedule(plan, live: Limits.live, caller: nil, capabilities: .v3)
    var keystone = SimulatedKeystone(Limits.live, capabilities: .v3)
    var made: [ServiceKey: String] = [:]
    for operation in schedule.operations {
      _ = keystone.carryOut(
        plan.changes[operation.change],
        operation.part,
        secrets: [:],
        madeServices: &made
      )
    }
    #expect(keystone.refusals == [])
    #expect(try Limits.plan(desired, keystone.live).isEmpty)
  }
}
