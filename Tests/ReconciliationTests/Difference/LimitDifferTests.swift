import IdentityModel
import Reconciliation
import Testing

@Suite("Limits are given, and managed where they are declared")
struct LimitDifferTests {
  static let servers = LimitKey(service: .nova, region: "RegionOne", resource: "servers")
  static let own = servers.own(of: .tenant("acme"))

  static func row(
    _ id: String,
    on serviceID: String = "s",
    _ resource: Name = "servers",
    in region: Name? = "RegionOne",
    of holder: LiveLimit.HolderID? = nil,
    _ value: Int = 10
  ) -> LiveLimit {
    LiveLimit(
      id: id,
      serviceID: serviceID,
      region: region,
      resource: resource,
      holderID: holder,
      value: value
    )
  }

  static let live = LiveState.make {
    $0.services = [.make("s")]
    $0.regions = [Live(id: "RegionOne", Region(name: "RegionOne"))]
    $0.tenants = [Live(id: "t", Tenant(name: "acme"))]
    $0.limits = [row("l"), row("o", of: .tenant("t"), 20), row("x", "cores")]
  }
  static let base = DesiredState.make {
    $0.regions = [Region(name: "RegionOne")]
    $0.services = [.make(.nova)]
    $0.tenants = [Tenant(name: "acme")]
    $0.limits = [Limit(servers, value: 10), Limit(own, value: 20)]
  }

  static func plan(
    _ desired: DesiredState,
    _ live: LiveState = live,
    options: PlanOptions = .unlimited
  ) throws(PlanError) -> Plan {
    try Plan.make(desired, live, capabilities: .v3, options: options)
  }

  @Test func `what is as declared stays, and what the seed does not name is no concern`() throws {
    let plan = try Self.plan(Self.base)
    #expect(plan.isEmpty)
    #expect(plan.unmanagedCount == 0)
  }

  @Test func `what is missing is made, and one of its own changed in place`() throws {
    var desired = Self.base
    desired.limits[1].value = 21
    var volumes = Self.servers
    volumes.resource = "volumes"
    desired.limits += [
      Limit(volumes, value: -1), Limit(volumes.own(of: .tenant("acme")), value: 5),
    ]
    let plan = try Self.plan(desired)
    #expect(
      plan.lines == [
        "+ registered-limit compute/nova volumes in RegionOne",
        "+ limit compute/nova volumes in RegionOne, project acme",
        "~ limit compute/nova servers in RegionOne, project acme id o",
      ]
    )
    #expect(plan.changes[2].fields == [FieldChange(.limit, from: .number(20), to: .number(21))])
  }

  @Test func `others of a service that declares its limits are counted, and pruned`() throws {
    var desired = Self.base
    desired.servicesWithDeclaredLimits = [.nova]
    #expect(try Self.plan(desired).unmanagedCount == 1)
    let plan = try Self.plan(desired, options: .pruning)
    #expect(
      plan.lines == ["- registered-limit compute/nova cores in RegionOne id x unmanaged"]
    )
  }

  @Test func `others of a project that declares its limits are pruned, for whatever service`()
    throws
  {
    var desired = Self.base
    desired.limits = [Limit(Self.servers, value: 10)]
    desired.holdersWithDeclaredLimits = [.tenant("acme")]
    let plan = try Self.plan(desired, options: .pruning)
    #expect(
      plan.lines == ["- limit compute/nova servers in RegionOne, project acme id o unmanaged"]
    )
  }

  @Test func `limits in a region that the seed does not declare are not pruned`() throws {
    var desired = Self.base
    desired.servicesWithDeclaredLimits = [.nova]
    desired.existing = [.region("RegionOne")]
    #expect(try Self.plan(desired, options: .pruning).isEmpty)
  }

  @Test func `what is absent goes, those of their own first`() throws {
    var desired = Self.base
    desired.limits = []
    let nova = ServicePattern(name: "nova")
    desired.absent.limits = [
      LimitPattern(service: nova, region: nil, resource: "servers"),
      LimitPattern(service: nova, region: nil, resource: "servers", holder: .tenant("acme")),
    ]
    let plan = try Self.plan(desired)
    #expect(
      plan.lines == [
        "- limit compute/nova servers in RegionOne, project acme id o declaredAbsent",
        "- registered-limit compute/nova servers in RegionOne id l declaredAbsent",
      ]
    )
    let steps = Steps(plan, live: Self.live, capabilities: .v3)
    #expect(steps.needs(.limit(Self.servers)) == [.limit(Self.own)])
  }

  @Test func `the limits of a region go before it, whoever has them`() throws {
    let desired = DesiredState.make { $0.absent.regions = ["RegionOne"] }
    var live = Self.live
    live.limits.append(Self.row("p", of: .tenant("elsewhere")))
    let plan = try Self.plan(desired, live)
    #expect(
      plan.lines == [
        "- limit compute/nova servers in RegionOne, project acme id o declaredAbsent",
        "- limit compute/nova servers in RegionOne, project elsewhere id p declaredAbsent",
        "- registered-limit compute/nova cores in RegionOne id x declaredAbsent",
        "- registered-limit compute/nova servers in RegionOne id l declaredAbsent",
        "- region RegionOne id RegionOne declaredAbsent",
      ]
    )
    let steps = Steps(plan, live: live, capabilities: .v3)
    #expect(steps.needs(.region("RegionOne")).count == 4)
  }

  @Test func `the limits of a service that is to go go before it`() throws {
    let desired = DesiredState.make { $0.absent.services = [ServicePattern(name: "nova")] }
    let plan = try Self.plan(desired)
    #expect(plan.count(of: .delete) == 4)
    let steps = Steps(plan, live: Self.live, capabilities: .v3)
    #expect(steps.needs(.service(.nova)).count == 3)
  }

  @Test func `a limit is on the service that stays`() throws {
    var live = Self.live
    live.services.append(.make("t"))
    live.limits = [Self.row("l", on: "t")]
    var desired = Self.base
    desired.limits = [Limit(Self.servers, value: 10)]
    let plan = try Self.plan(desired, live)
    #expect(
      plan.lines == [
        "+ registered-limit compute/nova servers in RegionOne",
        "- registered-limit compute/nova servers in RegionOne id l duplicate",
        "- service compute/nova id t duplicate",
      ]
    )
  }

  @Test func `where several services of somebody else's may be meant, none gets a limit`() throws {
    var live = Self.live
    live.services.append(.make("t"))
    live.limits = []
    var desired = Self.base
    desired.existing = [.service(.nova)]
    #expect(try Self.plan(desired, live).isEmpty)
  }

  @Test func `what goes with its project or domain is not taken away by itself`() throws {
    var desired = Self.base
    desired.limits = [Limit(Self.servers, value: 10)]
    desired.tenants = []
    desired.absent.tenants = ["acme"]
    desired.holdersWithDeclaredLimits = [.tenant("acme")]
    let plan = try Self.plan(desired, options: .pruning)
    #expect(plan.lines == ["- tenant acme id t declaredAbsent"])
  }

  @Test func `one of its own without a registered one is refused`() {
    var desired = Self.base
    desired.limits = [Limit(Self.own, value: 1)]
    var live = Self.live
    live.limits = []
    #expect(throws: PlanError.missing(.limit(Self.servers), neededBy: .limit(Self.own))) {
      try Self.plan(desired, live)
    }
  }

  @Test func `a new one waits for all that it is of`() throws {
    let plan = try Self.plan(Self.base, LiveState())
    let steps = Steps(plan, live: LiveState(), capabilities: .v3)
    #expect(steps.needs(.limit(Self.servers)) == [.region("RegionOne"), .service(.nova)])
    #expect(
      steps.needs(.limit(Self.own)) == [
        .region("RegionOne"), .tenant("acme"), .service(.nova), .limit(Self.servers),
      ]
    )
  }

  @Test func `a service that is found by its name has its limits under its type`() throws {
    var desired = Self.base
    let anyNova = ServiceKey(type: ServiceKey.anyType, name: "nova")
    desired.services = [.make(anyNova)]
    desired.existing = [.service(anyNova)]
    desired.servicesWithDeclaredLimits = [anyNova]
    for index in desired.limits.indices { desired.limits[index].key.service = anyNova }
    let named = try desired.namingServices(of: Self.live)
    #expect(named.limits == Self.base.limits)
    #expect(named.servicesWithDeclaredLimits == [.nova])
  }

  @Test func `a fingerprint changes with each part of a limit`() {
    let rows = [
      Self.row("l"), Self.row("m"), Self.row("l", on: "u"), Self.row("l", "cores"),
      Self.row("l", in: nil), Self.row("l", in: "R"), Self.row("l", of: .tenant("t")),
      Self.row("l", of: .domain("t")), Self.row("l", "servers", 11),
    ]
    let fingerprints = rows.map { row in
      LiveFingerprint.of(LiveState.make { $0.limits = [row] })
    }
    #expect(Set(fingerprints).count == rows.count)
  }
}
