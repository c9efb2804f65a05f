import IdentityModel
import Testing

@testable import SeedFormat

/// How much there may be of what, at services, projects and domains.
@Suite struct SeedDecoderLimitsTests {
  private static let nova = ServiceKey(type: "compute", name: "nova")

  private static func key(_ region: Name, _ resource: Name) -> LimitKey {
    LimitKey(service: nova, region: region, resource: resource)
  }

  @Test func `limits stand by resource or by region, at a service, a project and a domain`() throws
  {
    let reading = Seed.load(
      """
      variables: {few: "3"}
      regions: {bay: }
      projects:
        lab: {limits: {nova: {bay: {servers: "${few}"}}}}
        shared: {exists: true, limits: {nova: {"": {servers: -1, cores: absent}}}}
      domains:
        corp: {exists: true, limits: {nova: {bay: {servers: 500}}}, projects: {web: {limits: {nova: {}}}}}
        default: {limits: {nova: {bay: {servers: "600"}}}}
      services:
        nova:
          type: compute
          limits: {bay: {servers: 10, "class:VCPU": 20, floating_ips: absent}, "": {servers: 1}}
      absent:
        limits:
          - {service: nova, resource: volumes}
          - {service: nova, type: compute, region: bay, resource: servers, project: old}
          - {service: nova, region: "", resource: servers, tenant: {name: w, domain: corp}}
          - {service: nova, resource: cores, domain: Default}
      """
    )
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    let desired = try #require(reading.desired)
    let servers = Self.key("bay", "servers")
    let web = LimitHolder.tenant(QualifiedName("web", of: "corp"))
    #expect(
      Set(desired.limits) == [
        Limit(servers, value: 10), Limit(Self.key("bay", "class:VCPU"), value: 20),
        Limit(Self.key("", "servers"), value: 1),
        Limit(servers.own(of: .tenant("lab")), value: 3),
        Limit(Self.key("", "servers").own(of: .tenant("shared")), value: -1),
        Limit(servers.own(of: .domain("corp")), value: 500),
        Limit(servers.own(of: .domain("Default")), value: 600),
      ]
    )
    #expect(desired.servicesWithDeclaredLimits == [Self.nova])
    #expect(
      desired.holdersWithDeclaredLimits
        == [.tenant("lab"), .tenant("shared"), web, .domain("corp"), .domain("Default")]
    )
    let pattern = ServicePattern(name: "nova", type: "compute")
    let any = ServicePattern(name: "nova")
    let old = LimitHolder.tenant(QualifiedName("w", of: "corp"))
    #expect(
      desired.absent.limits == [
        LimitPattern(service: pattern, region: "bay", resource: "floating_ips"),
        LimitPattern(service: pattern, region: "", resource: "cores", holder: .tenant("shared")),
        LimitPattern(service: any, region: nil, resource: "volumes"),
        LimitPattern(service: pattern, region: "bay", resource: "servers", holder: .tenant("old")),
        LimitPattern(service: any, region: "", resource: "servers", holder: old),
        LimitPattern(service: any, region: nil, resource: "cores", holder: .domain("Default")),
      ]
    )
  }

  @Test(
    arguments: [
      (
        "services: {s: {type: t, limits: }}",
        "1:33: error: limits must be a mapping, not nothing (write {servers: 10})"
      ),
      (
        "services: {s: {type: t, limits: [10]}}",
        "1:33: error: limits must be a mapping, not a list (write {servers: 10})"
      ),
      (
        "projects: {p: {limits: 10}}",
        "1:24: error: limits must be a mapping, not a text (write {nova: {servers: 10}})"
      ),
      (
        "projects: {p: {limits: {servers: 10}}}",
        "1:34: error: the limits of one service must be a mapping, not a text"
          + " (write {nova: {servers: 10}})"
      ),
      (
        "services: {s: {type: t, limits: {servers: }}}",
        "1:43: error: a limit has no value (leave the key out, or quote the text if it is one)"
      ),
      (
        "services: {s: {type: t, limits: {servers: 1e3}}}",
        "1:43: error: a limit must be -1 or a whole number up to 2147483647"
          + " (write it in digits alone, such as 1000)"
      ),
      (
        "services: {s: {type: t, limits: {servers: {default_limit: 10}}}}",
        "1:44: error: a limit has no key \"default_limit\" (write the number: {servers: 10})"
      ),
      (
        "regions: {r: }\nservices: {s: {type: t, limits: {servers: 10, r: {cores: 1}}}}",
        "2:34: error: limits can't mix resources and regions, and \"servers\" is no region here"
          + " (write the resources inside of each region)"
      ),
      (
        "services: {nova: {type: t, limits: {nova: {servers: 10}}}}",
        "1:37: error: no region is called \"nova\" (limits of a service name resources or regions)"
      ),
      (
        "regions: {bay: }\nservices: {s: {type: t, limits: {bya: {servers: 10}}}}",
        "2:34: error: no region is called \"bya\" (did you mean \"bay\"?)"
      ),
      (
        "services: {nova: {type: t}}\nprojects: {p: {limits: {noav: {servers: 10}}}}",
        "2:25: error: no service is called \"noav\" (did you mean \"nova\"?)"
      ),
      (
        "services: {s: {type: t, limits: {\"\": 1}}}",
        "1:34: error: a resource's name can't be blank"
      ),
      (
        "services: {s: {type: t, limits: {'${x}': 1}}}",
        "1:34: error: a key is taken as it is written, so \"${\" can't stand in it"
      ),
      (
        "services: {s: {type: t, registered_limits: {}}}",
        "1:25: error: a service has no key \"registered_limits\" (write limits: {servers: 10})"
      ),
      (
        "projects: {p: {quotas: {}}}",
        "1:16: error: a tenant has no key \"quotas\" (write limits: {nova: {servers: 10}})"
      ),
      (
        "domains: {corp: }\nabsent: {limits: [{service: s, resource: r, domain: crop}]}",
        "2:19: error: no domain is called \"crop\" (did you mean \"corp\"?)"
      ),
      (
        "absent: {limits: [{service: s, resource: r, project: {name: p, domain: d}}]}",
        "1:19: error: no domain is called \"d\" (declare it under domains)"
      ),
      (
        "absent: {limits: [{service: s}]}",
        "1:19: error: an absent limit must have the key \"resource\""
      ),
      (
        "absent: {limits: [{service: s, resource: r, project: p, domain: d}]}",
        "1:19: error: a limit is that of a project or of a domain, not of both"
          + " (a project of another domain is {name: web, domain: corp})"
      ),
    ]
  )
  func mistakes(seed: String, line: String) {
    #expect(Seed.lines(of: seed).contains("seed.yaml:\(line)"), "\(Seed.lines(of: seed))")
  }

  @Test func `v2.0 has no limits`() {
    let seed = """
      services: {nova: {type: compute, limits: {servers: 1}}}
      projects: {p: {limits: {nova: {servers: 1}}}}
      absent: {limits: [{service: nova, resource: cores}]}
      """
    #expect(
      Seed.load(seed).version3Words.map(\.description) == [
        "seed.yaml:1:34: error: v2.0 has no limits, v3 has (leave limits out where v2.0 is spoken)",
        "seed.yaml:2:16: error: v2.0 has no limits, v3 has (leave limits out where v2.0 is spoken)",
        "seed.yaml:3:19: error: v2.0 has no limits, v3 has (leave limits out where v2.0 is spoken)",
      ]
    )
  }
}
