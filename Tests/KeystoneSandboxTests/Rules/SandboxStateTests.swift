import Testing

@testable import KeystoneSandbox

/// Rules that no other Keystone need share, or that take a clock; the rest is the contract suite's.
@Suite struct SandboxStateTests {
  private struct Fixture {
    var state: SandboxState
    let tenant: Tenant
    let user: User
    let role: Role

    init(tokenLifetime: Int = 3600) throws {
      state = .make(tokenLifetime: tokenLifetime)
      tenant = try state.createTenant(["name": "t"])
      user = try state.createUser(["name": "u", "password": "p"])
      role = try state.createRole(["name": "r"])
      let membership = GrantTable.Membership(userID: user.id, tenantID: tenant.id)
      _ = try state.grant(role.id, for: membership)
    }
  }

  @Test func tokenDiesWhenItsTimeIsUp() throws {
    var fixture = try Fixture(tokenLifetime: 10)
    let start = Timestamp(seconds: 100)
    let token = try fixture.state.issueToken(for: fixture.user, in: nil, now: start)
    #expect(fixture.state.valid(token.id, start.advanced(by: 9)) != nil)
    #expect(fixture.state.valid(token.id, start.advanced(by: 10)) == nil)
    #expect(throws: Refusal.unknown("token", token.id)) {
      try fixture.state.validated(token.id, start.advanced(by: 10))
    }
  }

  @Test func exchangedTokenEndsWithTheFirst() throws {
    var fixture = try Fixture(tokenLifetime: 10)
    let first = try fixture.state.issueToken(
      for: fixture.user,
      in: nil,
      now: Timestamp(seconds: 0)
    )
    let request = try LoginRequest([
      "token": ["id": .string(first.id)], "tenantName": "t",
    ])
    let second = try fixture.state.logIn(request, now: Timestamp(seconds: 5))
    #expect(second.expires == first.expires)
    #expect(second.auditIDs.count == 2)
    let third = try fixture.state.logIn(
      try LoginRequest(["token": ["id": .string(second.id)]]),
      now: Timestamp(seconds: 6)
    )
    #expect(third.auditIDs[1] == first.auditIDs[0])
  }

  @Test func leakOfPasswordsIsNotCopied() throws {
    var fixture = try Fixture()
    let updated = try fixture.state.updateUser(
      fixture.user.id,
      ["OS-KSADM:password": "leak", "original_password": "leak"]
    )
    #expect(updated.extra.isEmpty)
    #expect(updated.password?.matches("p") == true)
  }

  @Test func rawDefaultTenantIsNotCheckedAndARawNullStumbles() throws {
    var fixture = try Fixture()
    let id = fixture.user.id
    #expect(
      try fixture.state.updateUser(id, ["default_project_id": "nope"]).defaultTenantID == "nope"
    )
    #expect(throws: Refusal.unexpected) {
      try fixture.state.updateUser(id, ["default_project_id": nil])
    }
    #expect(fixture.state.users[id]?.defaultTenantID == nil)
  }

  @Test func passwordThatCanNotBeHashedIs500AndMakesNoUser() throws {
    var fixture = try Fixture()
    #expect(throws: Refusal.unexpected) {
      try fixture.state.createUser(["name": "nul", "password": "a\0b"])
    }
    #expect(fixture.state.users.named("nul") == nil)
  }

  @Test func regionStaysWithoutItsEndpoint() throws {
    var fixture = try Fixture()
    #expect(throws: Refusal.self) {
      try fixture.state.createEndpoint([
        "service_id": "nope", "publicurl": "http://p", "region": "R",
      ])
    }
    #expect(fixture.state.regions.all.map(\.id) == ["R"])
  }

  @Test func foreignEndpointsAreMergedUnderThePublicRowAndStay() throws {
    var state = SandboxState.make()
    state.services.store(Service(id: "s", name: "", type: "t", enabled: true, extra: [:]))
    let urls: [(EndpointRow.Interface, String?)] = [
      (.internal, "http://i"), (.public, "http://p"), (.admin, nil),
    ]
    let added = state.addForeignEndpoint("s", "R", urls)
    let rows = try #require(added)
    #expect(
      state.endpointDocuments == [
        [
          "id": .string(rows[1].id), "service_id": "s", "enabled": true, "region": "R",
          "internalurl": "http://i", "publicurl": "http://p",
        ]
      ]
    )
    #expect(throws: Refusal.unknown("endpoint", rows[1].id)) {
      try state.deleteEndpoint(rows[1].id)
    }
    _ = state.addForeignEndpoint("s", "other", [(.admin, "http://a")])
    #expect(state.endpointDocuments.count == 1)
    try state.deleteService("s")
    #expect(state.endpoints.all.isEmpty)
    let none = state.addForeignEndpoint("s", nil, [])
    #expect(none == nil)
  }

  @Test func roleOfADomainMayShareAName() throws {
    var state = SandboxState.make()
    _ = try state.createRole(["name": "r"])
    _ = try state.createRole(["name": "r", "domain_id": "d"])
    #expect(throws: Refusal.self) { try state.createRole(["name": "r"]) }
  }

  @Test func catalogKnowsTheServersOptions() throws {
    var fixture = try Fixture()
    fixture.state.services.store(
      Service(id: "s", name: "n", type: "t", enabled: true, extra: [:])
    )
    _ = try fixture.state.createEndpoint([
      "service_id": "s",
      "publicurl": "$(public_bind_host)s:$(public_port)s:$(admin_port)s:$(public_endpoint)s",
    ])
    let token = try fixture.state.issueToken(
      for: fixture.user,
      in: fixture.tenant.id,
      now: Timestamp(seconds: 0)
    )
    let urls = fixture.state.catalog(for: token).flatMap(\.endpoints).map { $0.urls[.public] }
    #expect(urls == ["127.0.0.1:5000:35357:None"])
  }

  @Test func lockHoldsUntilItsTimeAndForEverWithNone() throws {
    var fixture = try Fixture()
    fixture.state.options.lockoutFailureAttempts = 1
    for (duration, later, isLocked) in [(10, 9, true), (10, 10, false), (0, 1_000_000, true)] {
      fixture.state.options.lockoutDuration = duration
      _ = try fixture.state.updateUser(fixture.user.id, [:])
      let start = Timestamp(seconds: 100)
      #expect(throws: Refusal.self) {
        try fixture.state.authenticate(.name("u"), "x", now: start)
      }
      var copy = fixture.state
      let login = Result { try copy.authenticate(.name("u"), "p", now: start.advanced(by: later)) }
      #expect(((try? login.get()) == nil) == isLocked)
    }
  }

  @Test func nobodyIsLockedOutWhereFailuresDoNotCount() throws {
    var fixture = try Fixture()
    for _ in 1...9 {
      #expect(throws: Refusal.unauthorized()) {
        try fixture.state.authenticate(.name("u"), "x", now: Timestamp(seconds: 0))
      }
    }
    #expect(fixture.state.users[fixture.user.id]?.failedLogins == nil)
  }

  @Test func rolesThatImplyOneAnotherEnd() throws {
    var fixture = try Fixture()
    let other = try fixture.state.createRole(["name": "s"])
    try fixture.state.imply(other.id, by: fixture.role.id)
    try fixture.state.imply(fixture.role.id, by: other.id)
    let membership = GrantTable.Membership(userID: fixture.user.id, tenantID: fixture.tenant.id)
    #expect(fixture.state.roles(of: membership).map(\.name) == ["r", "s"])
  }

  @Test func deletedUserTenantAndRoleTakeDerivedRolesAlong() throws {
    var fixture = try Fixture()
    let group = try fixture.state.createGroup(["name": "g"])
    try fixture.state.addMember(fixture.user.id, toGroup: group.id)
    try fixture.state.grant(
      Assignment(
        actor: .group(group.id),
        target: .project(fixture.tenant.id),
        roleID: fixture.role.id
      )
    )
    try fixture.state.grant(
      Assignment(
        actor: .user(fixture.user.id),
        target: .domain(SandboxState.domainID),
        roleID: fixture.role.id,
        isInherited: true
      )
    )
    #expect(fixture.state.effectiveGrants.count == 3)
    var copy = fixture.state
    try copy.deleteUser(fixture.user.id)
    #expect(copy.effectiveGrants.isEmpty)
    copy = fixture.state
    try copy.deleteTenant(fixture.tenant.id)
    #expect(copy.effectiveGrants.isEmpty)
    try fixture.state.deleteRole(fixture.role.id)
    #expect(fixture.state.effectiveGrants.isEmpty)
  }
}
