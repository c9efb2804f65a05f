import IdentityModel
import Testing

@Suite struct LimitKeyTests {
  private static let servers = LimitKey(
    service: ServiceKey(type: "compute", name: "nova"),
    region: "bay",
    resource: "servers"
  )
  private static let own = servers.own(of: .tenant("lab"))

  @Test func `a limit is registered or somebody's own`() {
    #expect(ResourceKey.limit(Self.servers).kind == .registeredLimit)
    #expect(ResourceKey.limit(Self.own).kind == .limit)
    #expect(Self.own.registered == Self.servers)
    #expect(Self.servers.registered == Self.servers)
  }

  @Test func `what it is of, and a registered one, has to be there first`() {
    #expect(Self.servers.parts == [.service(Self.servers.service), .region("bay")])
    #expect(
      Self.own.parts == [
        .service(Self.servers.service), .region("bay"), .tenant("lab"), .limit(Self.servers),
      ]
    )
    var everywhere = Self.servers
    everywhere.region = ""
    #expect(everywhere.parts == [.service(Self.servers.service)])
  }

  @Test func `the registered one comes first, then domains, then projects`() {
    let sorted = [
      Self.servers, Self.servers.own(of: .domain("a")), Self.servers.own(of: .domain("b")),
      Self.own, Self.servers.own(of: .tenant("web")),
      LimitKey(service: Self.servers.service, region: "bay", resource: "volumes"),
    ]
    #expect(sorted.reversed().sorted() == sorted)
    #expect(!(Self.servers < Self.servers))
    #expect(!(Self.own < Self.servers))
  }

  @Test func `it is shown with all its parts`() {
    #expect(Self.servers.description == "compute/nova servers in bay")
    #expect(Self.own.description == "compute/nova servers in bay, project lab")
    let domain = LimitHolder.domain("corp")
    #expect(Self.servers.own(of: domain).description == "compute/nova servers in bay, domain corp")
    #expect(domain.key == .domain("corp"))
    #expect(domain.name == "corp")
  }

  @Test func `a database may not look at case`() {
    let other = LimitKey(service: Self.servers.service, region: "Bay", resource: "Servers")
    #expect(ResourceKey.limit(other).folded == ResourceKey.limit(Self.servers).folded)
    let owners = [LimitHolder.tenant("Lab"), .tenant("lab"), .domain("Lab"), .domain("lab")]
    let folded = owners.map { ResourceKey.limit(other.own(of: $0)).folded }
    #expect(folded[0] == folded[1] && folded[2] == folded[3] && folded[0] != folded[2])
  }

  @Test func `a pattern without a region means each, and one without a project the registered one`()
  {
    let nova = ServicePattern(name: "nova")
    let anywhere = LimitPattern(service: nova, region: nil, resource: "servers")
    #expect(anywhere.matches(Self.servers))
    #expect(!anywhere.matches(Self.own))
    let nowhere = LimitPattern(service: nova, region: "", resource: "servers")
    #expect(!nowhere.matches(Self.servers))
    let labs = LimitPattern(
      service: nova,
      region: "bay",
      resource: "servers",
      holder: .tenant("lab")
    )
    #expect(labs.matches(Self.own))
    #expect(!labs.matches(Self.servers))
    let others = LimitPattern(service: ServicePattern(name: "x"), region: nil, resource: "servers")
    #expect(!others.matches(Self.servers))
  }

  @Test func `a seed names limits by declaring some, or none, or absent ones`() {
    #expect(!DesiredState().namesLimits)
    var desired = DesiredState()
    desired.servicesWithDeclaredLimits = [Self.servers.service]
    #expect(desired.namesLimits)
    #expect(desired.declaresAll(like: Self.servers))
    #expect(!desired.declaresAll(like: Self.own))
    desired = DesiredState()
    desired.holdersWithDeclaredLimits = [.tenant("lab")]
    #expect(desired.namesLimits)
    #expect(desired.declaresAll(like: Self.own))
    #expect(!desired.declaresAll(like: Self.servers))
    desired = DesiredState()
    desired.limits = [Limit(Self.servers, value: 1)]
    #expect(desired.namesLimits)
  }

  @Test func `somebody has to look which domains there are where one has limits`() {
    var desired = DesiredState()
    desired.limits = [Limit(Self.servers, value: 1), Limit(Self.own, value: 1)]
    #expect(!desired.namesDomains)
    desired.limits.append(Limit(Self.servers.own(of: .domain("Default")), value: 1))
    #expect(desired.namesDomains)
    desired.limits = []
    desired.holdersWithDeclaredLimits = [.domain("Default")]
    #expect(desired.namesDomains)
    desired.holdersWithDeclaredLimits = []
    desired.absent.limits = [
      LimitPattern(
        service: ServicePattern(name: "nova"),
        region: nil,
        resource: "servers",
        holder: .domain("Default")
      )
    ]
    #expect(desired.namesDomains)
  }
}
