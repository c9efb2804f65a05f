import IdentityModel
import Testing

@testable import SeedFormat

@Suite struct AdoptionTests {
  private func lines(_ change: (inout LiveState) -> Void) -> [String] {
    var live = LiveState.nova
    change(&live)
    return Adoption(live).remarks.map { remark in
      (["\(remark.weight) \(remark.kind) \(remark.subject) \(remark.reason)"] + remark.rows)
        .joined(separator: "; ")
    }
  }

  @Test func `what a seed can say is declared, and what Keystone does by itself is not`() {
    let adoption = Adoption(.nova)
    #expect(adoption.remarks.isEmpty)
    var desired = DesiredState()
    desired.roles = [Role(name: "admin")]
    desired.tenants = [Tenant(name: "service")]
    desired.users = [User(name: "nova", tenant: "service")]
    desired.usersWithDeclaredRoles = ["nova"]
    desired.assignments = [RoleAssignment(user: "nova", tenant: "service", role: "admin")]
    desired.services = [Service(type: "compute", name: "nova")]
    desired.endpoints = [
      Endpoint(
        service: ServiceKey(type: "compute", name: "nova"),
        region: "RegionOne",
        publicURL: URLTemplate("http://a:8774/v2/$(tenant_id)s")
      )
    ]
    #expect(adoption.desired == desired)
  }

  @Test func `options are declared, but for what bootstrap has made immutable`() {
    let immutable = ResourceOptions([.immutable: .flag(true)])
    var live = LiveState.nova
    live.roles = [
      Live(id: "1", Role(name: "admin", options: immutable)),
      Live(id: "2", Role(name: "lead", options: immutable)),
      Live(id: "3", Role(name: "member", options: ResourceOptions([.immutable: .flag(false)]))),
    ]
    live.tenants = [Live(id: "t1", Tenant(name: "service", options: immutable))]
    live.users = [
      Live(id: "u1", User(name: "nova", options: ResourceOptions([.locksPassword: .flag(true)])))
    ]
    let desired = Adoption(live).desired
    #expect(
      desired.roles.map(\.options) == [
        ResourceOptions(), immutable, ResourceOptions([.immutable: .flag(false)]),
      ]
    )
    #expect(desired.tenants.map(\.options) == [immutable])
    #expect(desired.users.map(\.options) == [ResourceOptions([.locksPassword: .flag(true)])])
  }

  @Test func `what a role implies is declared, but for what bootstrap has made`() {
    var live = LiveState.nova
    live.roles = ["admin", "manager", "member", "reader", "lead"].map {
      Live(id: "\($0)", Role(name: $0))
    }
    live.implications = Implication.bootstrapped
    #expect(Adoption(live).desired.rolesWithDeclaredImplications.isEmpty)
    live.implications.formUnion([
      Implication("member", implies: "lead"), Implication("lead", implies: "member"),
      Implication("lead", implies: "lost"), Implication("lead", implies: "admin"),
    ])
    let adoption = Adoption(live)
    #expect(adoption.desired.rolesWithDeclaredImplications == ["lead"])
    #expect(adoption.desired.implications == [Implication("lead", implies: "member")])
    #expect(
      adoption.remarks.filter { $0.kind == .implication }.map { "\($0.subject) \($0.reason)" } == [
        "lead implies admin names a role that a seed cannot have implied",
        "lead implies lost goes with a role that is left out",
        "member implies lead closes a circle, which a seed cannot have",
      ]
    )
  }

  @Test func `texts and what is disabled are declared`() {
    var live = LiveState.nova
    live.tenants = [Live(id: "t1", Tenant(name: "service", description: "d", enabled: false))]
    live.users = [Live(id: "u1", User(name: "nova", email: "e", enabled: false))]
    live.services = [Live(id: "s1", Service(type: "compute", name: "nova", description: "d"))]
    let desired = Adoption(live).desired
    #expect(desired.tenants == [Tenant(name: "service", description: "d", enabled: false)])
    #expect(desired.users == [User(name: "nova", email: "e", enabled: false)])
    #expect(desired.services == [Service(type: "compute", name: "nova", description: "d")])
  }

  @Test func `a _member_ elsewhere than in the default tenant is declared`() {
    var live = LiveState.nova
    live.users = [Live(id: "u1", User(name: "nova"))]
    let member = RoleAssignment(user: "nova", tenant: "service", role: "_member_")
    #expect(Adoption(live).desired.assignments.contains(member))
    #expect(Adoption(live).desired.roles == [Role(name: "admin")])
  }

  @Test func `a _member_ that a new Keystone would not have is worth a word`() {
    let found = lines { $0.users = [Live(id: "u1", User(name: "nova"))] }
    #expect(
      found == [
        """
        declared assignment nova has _member_ in service needs a role \
        that a new Keystone lacks until a user has a default tenant
        """
      ]
    )
  }

  @Test func `a role that default tenants bring may have another name`() {
    let found = lines {
      $0.roles.removeAll { $0.value.name == Role.memberName }
      $0.roles.append(Live(id: "r9", Role(name: "Mitglied")))
      $0.assignments = [RoleAssignment(user: "nova", tenant: "service", role: "Mitglied")]
    }
    #expect(found.filter { $0.contains("_member_") } == [])
  }

  @Test func `a _member_ that Keystone would add is worth a word`() {
    let found = lines {
      $0.assignments.remove(RoleAssignment(user: "nova", tenant: "service", role: "_member_"))
    }
    #expect(
      found == [
        "declared user nova lacks the role _member_ that Keystone gives in a default tenant"
      ]
    )
  }

  @Test(arguments: [
    (
      " x",
      "leftOut tenant  x cannot be declared: a tenant's name can't begin or end with a blank; id t"
    ),
    ("", "leftOut tenant  cannot be declared: a tenant's name can't be blank; id t"),
    (
      "a\u{1}",
      "leftOut tenant a\u{1} cannot be declared: a tenant's name can't hold control characters or line ends; id t"
    ),
    ("a${b", "leftOut tenant a${b cannot be declared: a key cannot hold \"${\"; id t"),
    ("service", "leftOut tenant service is there 2 times; id t; id t1"),
    (
      "Service ",
      "leftOut tenant Service  cannot be declared: a tenant's name can't begin or end with a blank; id t"
    ),
    ("Service", "declared tenant service is \"Service\" to a Keystone on MySQL"),
  ])
  func `a name that a seed cannot say is left out`(name: String, line: String) {
    #expect(
      lines { $0.tenants.append(Live(id: "t", Tenant(name: QualifiedName(name)))) }.contains(line)
    )
  }

  @Test func `of two spellings of one key the first is declared`() {
    var live = LiveState.nova
    live.users.append(Live(id: "u2", User(name: "caf\u{E9}")))
    live.users.append(Live(id: "u3", User(name: "cafe\u{301}")))
    #expect(Adoption(live).desired.users.map(\.name) == ["cafe\u{301}", "nova"])
    #expect(lines { $0 = live }.count == 1)
    live.roles = live.users.map { Live(id: $0.id, Role(name: $0.value.name)) }
    #expect(Adoption(live).desired.roles.count == 3)
  }

  @Test func `what hangs on something that is left out is left out with a word`() {
    let found = lines { live in
      live.tenants = [Live(id: "t1", Tenant(name: " t"))]
      live.users = [Live(id: "u1", User(name: "nova", tenant: " t"))]
      live.assignments = [
        RoleAssignment(user: "nova", tenant: " t", role: "admin"),
        RoleAssignment(user: "gone", tenant: " t", role: "admin"),
      ]
    }
    #expect(
      found == [
        "leftOut tenant  t cannot be declared: a tenant's name can't begin or end with a blank; id t1",
        "declared user nova has a default tenant that is left out, \" t\"",
        "leftOut assignment gone has admin in  t goes with a user that is left out",
        "leftOut assignment nova has admin in  t goes with a tenant that is left out",
      ]
    )
    let roles = lines { live in
      live.roles = [Live(id: "r1", Role(name: "admin")), Live(id: "r2", Role(name: "admin"))]
    }
    #expect(
      roles == [
        "leftOut role admin is there 2 times; id r1; id r2",
        "leftOut assignment nova has admin in service goes with a role that is left out",
      ]
    )
  }

  @Test func `what no request can name is left out and said, whatever it is`() {
    let found = lines { live in
      live.unreachable = [.role("r"): "", .tenant("t"): "a/b", .user("u"): ".."]
    }
    let reason = "has an ID that no request can name, so that it cannot be changed"
    #expect(
      found == [
        "leftOut role r \(reason); id empty", "leftOut tenant t \(reason); id a/b",
        "leftOut user u \(reason); id ..",
      ]
    )
    let service = lines { live in live.unreachableRows = ["s1": "s1"] }
    #expect(
      service.map { $0.split(separator: ";")[0] } == [
        "leftOut service compute/nova \(reason)",
        "leftOut endpoint compute/nova in RegionOne goes with a service that is left out",
      ]
    )
    let endpoint = lines { live in live.unreachableRows = ["e1": "e1"] }
    #expect(
      endpoint.map { $0.split(separator: ";")[0] }
        == ["leftOut endpoint compute/nova in RegionOne \(reason)"]
    )
  }

  @Test func `where no default tenant brings it, a _member_ is declared wherever it is`() {
    let adoption = Adoption(.nova, memberRole: nil)
    let granted = adoption.desired.assignments.map(\.role)
    #expect(granted.sorted() == ["_member_", "admin"])
    #expect(adoption.desired.roles.map(\.name) == ["admin"])
    #expect(
      adoption.remarks.map(\.reason)
        == ["needs a role that a seed cannot declare, and a new Keystone of today lacks"]
    )
    var live = LiveState.nova
    live.assignments = []
    #expect(Adoption(live, memberRole: nil).remarks.isEmpty)
  }
}
