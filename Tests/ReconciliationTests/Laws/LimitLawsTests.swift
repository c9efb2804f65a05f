import IdentityModel
import Reconciliation
import TestSupport
import Testing

@Suite("Laws of applying a plan, over random limits")
struct LimitLawsTests {
  static let seeds = 0..<300

  private static let services: [ServiceKey] = [.nova, .glance]
  private static let regions: [Name] = ["RegionOne", "RegionTwo"]
  private static let tenants: [QualifiedName] = ["acme", "lab", "web"]
  private static let resources: [Name] = ["servers", "cores"]

  /// A seed and a cloud that know the same services, regions and tenants, and other limits of them.
  struct Case {
    var desired = DesiredState()
    var keystone: SimulatedKeystone
    var generator: SeededGenerator
    var options = PlanOptions.unlimited

    init(seed: Int) {
      generator = SeededGenerator(seed: seed)
      var live = LiveState()
      live.regions = regions.map { Live(id: $0.text, Region(name: $0)) }
      live.tenants = tenants.map { Live(id: "t-\($0)", Tenant(name: $0)) }
      for key in services where generator.chance(80) {
        for number in 0..<(generator.chance(20) ? 2 : 1) {
          let id = "\(key.name)-\(number)"
          live.services.append(.make(id, key))
          live.limits += Self.limits(on: id, &generator)
        }
      }
      keystone = SimulatedKeystone(live, capabilities: .v3)
      options = generator.chance(50) ? .pruning : .unlimited
      declare()
    }

    private static func limits(on id: String, _ generator: inout SeededGenerator) -> [LiveLimit] {
      var limits: [LiveLimit] = []
      for region in regions.map({ Name?($0) }) + [nil] {
        for resource in generator.some(resources, 60) {
          let holders = generator.some(tenants, 40).map { LiveLimit.HolderID.tenant("t-\($0)") }
          for holder in [nil] + holders.map(Optional.some) {
            let number = Int.random(in: 0...3, using: &generator)
            limits.append(
              LiveLimit(
                id: "\(id) \(region?.text ?? "") \(resource) \(limits.count)",
                serviceID: id,
                region: region,
                resource: resource,
                holderID: holder,
                value: number
              )
            )
          }
        }
      }
      return limits
    }

    private mutating func declare() {
      desired.regions = regions.map { Region(name: $0) }
      desired.services = services.map { .make($0) }
      let absent = generator.some(tenants, 15)
      desired.absent.tenants = Set(absent)
      desired.tenants = tenants.filter { !absent.contains($0) }.map { Tenant(name: $0) }
      for service in services {
        if generator.chance(50) { desired.servicesWithDeclaredLimits.insert(service) }
        for region in regions + [""] {
          for resource in generator.some(resources, 60) {
            declare(LimitKey(service: service, region: region, resource: resource))
          }
        }
      }
      for tenant in desired.tenants where generator.chance(50) {
        desired.holdersWithDeclaredLimits.insert(.tenant(tenant.name))
      }
    }

    private mutating func declare(_ key: LimitKey) {
      guard !generator.chance(15) else {
        let service = ServicePattern(name: key.service.name)
        let pattern = LimitPattern(service: service, region: key.region, resource: key.resource)
        desired.absent.limits.insert(pattern)
        return
      }
      desired.limits.append(Limit(key, value: Int.random(in: 0...3, using: &generator)))
      for tenant in generator.some(desired.tenants.map(\.name), 40) {
        let own = key.own(of: .tenant(tenant))
        desired.limits.append(Limit(own, value: Int.random(in: 0...3, using: &generator)))
      }
    }

    func plan() throws -> Plan {
      try Plan.make(desired, keystone.live, capabilities: .v3, options: options)
    }

    /// Carries out so much of a plan, in any order that the schedule allows.
    mutating func apply(_ plan: Plan, percent: Int = 100) {
      var run = SimulatedRun(plan, on: keystone.live, secrets: [:], capabilities: .v3)
      let order = run.order(using: &generator)
      for index in order.prefix(order.count * percent / 100) { run.perform(index, on: &keystone) }
    }
  }

  @Test("applied in any order that the schedule allows, a plan leaves no difference")
  func converges() throws {
    var changed = 0
    for seed in Self.seeds {
      var random = Case(seed: seed)
      let plan = try random.plan()
      changed += plan.notes.count
      random.apply(plan)
      #expect(random.keystone.refusals == [], "seed \(seed)")
      #expect(try random.plan().lines == [], "seed \(seed)")
    }
    #expect(changed > 0, "some limits are held, or given back")
  }

  @Test("a run that was stopped anywhere is finished by the next one")
  func finishes() throws {
    for seed in Self.seeds {
      var random = Case(seed: seed)
      random.apply(try random.plan(), percent: Int.random(in: 0...99, using: &random.generator))
      #expect(random.keystone.refusals == [], "seed \(seed)")
      random.apply(try random.plan())
      #expect(random.keystone.refusals == [], "seed \(seed)")
      #expect(try random.plan().lines == [], "seed \(seed)")
    }
  }
}
