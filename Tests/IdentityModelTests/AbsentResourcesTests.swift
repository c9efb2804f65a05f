import IdentityModel
import Testing

@Suite("A pattern means the objects that must not be there")
struct AbsentResourcesTests {
  static let heat = ServiceKey(type: "orchestration", name: "heat")
  static let heatCFN = ServiceKey(type: "cloudformation", name: "heat")

  @Test("a service without a type means every type of that name")
  func anyType() {
    let pattern = ServicePattern(name: "heat")
    #expect(pattern.matches(Self.heat))
    #expect(pattern.matches(Self.heatCFN))
    #expect(!pattern.matches(ServiceKey(type: "orchestration", name: "Heat")))
  }

  @Test("A14 a service with a type means that one alone")
  func oneType() {
    let pattern = ServicePattern(name: "heat", type: "cloudformation")
    #expect(pattern.matches(Self.heatCFN))
    #expect(!pattern.matches(Self.heat))
  }

  @Test("A16 an endpoint means that region alone")
  func oneRegion() {
    let pattern = EndpointPattern(service: ServicePattern(name: "heat"), region: "RegionOne")
    #expect(pattern.matches(EndpointKey(service: Self.heat, region: "RegionOne")))
    #expect(!pattern.matches(EndpointKey(service: Self.heat, region: "RegionTwo")))
    #expect(!pattern.matches(EndpointKey(service: Self.heat, region: "regionOne")))
  }

  @Test("an interface alone is not the endpoint of which all interfaces are one row")
  func oneInterface() {
    let pattern = EndpointPattern(
      service: ServicePattern(name: "heat"),
      region: "r",
      interface: .admin
    )
    func key(_ interface: EndpointInterface?) -> EndpointKey {
      EndpointKey(service: Self.heat, region: "r", interface: interface)
    }
    #expect(pattern.matches(key(.admin)))
    #expect(!pattern.matches(key(.public)))
    #expect(!pattern.matches(key(nil)))
    var absent = AbsentResources()
    absent.endpoints = [
      pattern, EndpointPattern(service: ServicePattern(name: "heat"), region: "s"),
    ]
    #expect(absent.interfaces(of: key(nil)) == [.admin])
    #expect(absent.interfaces(of: EndpointKey(service: Self.heat, region: "s")) == [])
  }

  @Test("nothing is absent only while every list is empty", arguments: ResourceKind.allCases)
  func isEmpty(kind: ResourceKind) {
    var absent = AbsentResources()
    #expect(absent.isEmpty)
    switch kind {
    case .domain: absent.domains = ["d"]
    case .region: absent.regions = ["r"]
    case .role: absent.roles = ["r"]
    case .tenant: absent.tenants = ["t"]
    case .group: absent.groups = ["g"]
    case .user: absent.users = ["u"]
    case .implication: absent.implications = [Implication("a", implies: "b")]
    case .membership: absent.memberships = [Membership(user: "u", group: "g")]
    case .assignment: absent.assignments = [RoleAssignment(user: "u", tenant: "t", role: "r")]
    case .service: absent.services = [ServicePattern(name: "s")]
    case .endpoint:
      absent.endpoints = [EndpointPattern(service: ServicePattern(name: "s"), region: "r")]
    case .registeredLimit, .limit:
      absent.limits = [
        LimitPattern(
          service: ServicePattern(name: "s"),
          region: nil,
          resource: "servers",
          holder: kind == .limit ? .tenant("t") : nil
        )
      ]
    }
    #expect(!absent.isEmpty)
  }
}
