import Convergence
import IdentityModel
import KeystoneClient
import Reconciliation
import Testing
import Texts

@testable import IdentityBackends

struct V2BackendTests {
  private static let unauthorized = (
    status: 401, body: #"{"error": {"code": 401, "title": "Unauthorized", "message": "No."}}"#
  )
  private static let noRoute = (
    status: 404,
    body: #"{"error": {"code": 404, "message": "(http://h): The resource could not be found."}}"#
  )

  @Test("the public API, which refuses the admin token its tenants, is called what it is")
  func publicAPI() async throws {
    let backend = V2Backend.make(ScriptedTransport(Self.unauthorized, Self.noRoute))
    let error = await #expect(throws: BackendFailure.self) { try await backend.tenants.list() }
    #expect(error?.keystoneError?.reason == .notTheAdminAPI)
  }

  @Test("a token that is refused everywhere is called that")
  func wrongToken() async throws {
    let backend = V2Backend.make(ScriptedTransport(Self.unauthorized, Self.unauthorized))
    let error = await #expect(throws: BackendFailure.self) { try await backend.tenants.list() }
    #expect(error?.isUnauthorized == true)
  }

  @Test("a role of a domain is none of this cloud's, whatever it is called and whoever has it")
  func rolesOfDomains() async throws {
    let list = """
      {"roles": [{"id": "r1", "name": "admin", "domain_id": null}, \
      {"id": "r2", "name": "admin", "domain_id": "ldap"}, \
      {"id": "r3", "name": "local", "domain_id": "ldap"}, {"id": "r4", "name": "Member"}]}
      """
    let transport = ScriptedTransport((200, list), (200, list))
    let backend = V2Backend.make(transport)
    let roles = try await backend.roles.list()
    #expect(roles.map(\.id) == ["r1", "r4"])
    #expect(try await backend.roles(ofUser: "u", inTenant: "t") == ["admin", "Member"])
  }

  struct Write: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var answer = (status: 204, body: "")
    let line: String
    let send: @Sendable (V2Backend) async throws(BackendFailure) -> String?
  }

  private static let role = (status: 200, body: #"{"role": {"id": "r1", "name": "admin"}}"#)
  private static let tenant = (status: 200, body: #"{"tenant": {"id": "t1", "name": "demo"}}"#)
  private static let user = (status: 200, body: #"{"user": {"id": "u1", "name": "nova"}}"#)
  private static let service = (
    status: 200, body: #"{"OS-KSADM:service": {"id": "s1", "type": "compute", "name": "nova"}}"#
  )
  private static let endpoint = (
    status: 200, body: #"{"endpoint": {"id": "e1", "service_id": "s1", "publicurl": "http://x"}}"#
  )
  private static let ids = AssignmentIDs(userID: "u1", tenantID: "t1", roleID: "r1")

  static let creates: [Write] = [
    Write(
      testDescription: "role",
      answer: role,
      line: #"POST /v2.0/OS-KSADM/roles {"role":{"name":"admin"}}"#
    ) { backend async throws(BackendFailure) in try await backend.roles.create(Role(name: "admin"))
    },
    Write(
      testDescription: "tenant",
      answer: tenant,
      line: #"POST /v2.0/tenants {"tenant":{"description":"","enabled":false,"name":"demo"}}"#
    ) { backend async throws(BackendFailure) in
      try await backend.tenants.create(Tenant(name: "demo", description: "", enabled: false))
    },
    Write(
      testDescription: "tenant with nothing declared",
      answer: tenant,
      line: #"POST /v2.0/tenants {"tenant":{"name":"demo"}}"#
    ) { backend async throws(BackendFailure) in
      try await backend.tenants.create(Tenant(name: "demo"))
    },
    Write(
      testDescription: "user",
      answer: user,
      line: #"POST /v2.0/users {"user":{"email":"n@x","enabled":true,"name":"nova","#
        + #""password":"o'b\"é","tenantId":"t1"}}"#
    ) { backend async throws(BackendFailure) in
      let user = User(name: "nova", email: "n@x", tenant: "demo", enabled: true)
      return try await backend.users.create(
        UserWrite(user: user, tenantID: "t1", password: Secret(#"o'b"é"#))
      )
    },
    Write(
      testDescription: "service",
      answer: service,
      line: #"POST /v2.0/OS-KSADM/services {"OS-KSADM:service":{"description":"Compute","#
        + #""name":"nova","type":"compute"}}"#
    ) { backend async throws(BackendFailure) in
      try await backend.services.create(Service.make(.nova, description: "Compute"))
    },
    Write(
      testDescription: "hidden service",
      answer: service,
      line: #"POST /v2.0/OS-KSADM/services {"OS-KSADM:service":{"enabled":false,"#
        + #""name":"nova","type":"compute"}}"#
    ) { backend async throws(BackendFailure) in
      var service = Service.make(.nova)
      service.isShown = false
      return try await backend.services.create(service)
    },
    Write(
      testDescription: "endpoint",
      answer: endpoint,
      line: #"POST /v2.0/endpoints {"endpoint":{"adminurl":"http://a","#
        + #""internalurl":"http://i","publicurl":"http://p/%(tenant_id)s/$(x)s","#
        + #""region":"regionOne","service_id":"s1"}}"#
    ) { backend async throws(BackendFailure) in
      let endpoint = Endpoint(
        service: .nova,
        region: "regionOne",
        publicURL: URLTemplate("http://p/%(tenant_id)s/$(x)s"),
        internalURL: URLTemplate("http://i"),
        adminURL: URLTemplate("http://a")
      )
      return try await backend.endpoints.create(EndpointWrite(endpoint, serviceID: "s1"))
    },
    Write(
      testDescription: "hidden endpoint without a region",
      answer: endpoint,
      line: #"POST /v2.0/endpoints {"endpoint":{"enabled":false,"publicurl":"http://p","#
        + #""service_id":"s1"}}"#
    ) { backend async throws(BackendFailure) in
      let endpoint = Endpoint(
        service: .nova,
        region: "",
        publicURL: URLTemplate("http://p"),
        isShown: false
      )
      return try await backend.endpoints.create(EndpointWrite(endpoint, serviceID: "s1"))
    },
  ]

  static let others: [Write] = [
    Write(
      testDescription: "update of a tenant",
      answer: tenant,
      line: #"POST /v2.0/tenants/t1 {"tenant":{"enabled":false}}"#
    ) { backend async throws(BackendFailure) in
      let tenant = Tenant(name: "demo", description: "the same", enabled: false)
      try await backend.tenants.updater?.update(tenant, id: "t1", [.enabled])
      return nil
    },
    Write(
      testDescription: "update of a user, password and all",
      answer: user,
      line: #"PUT /v2.0/users/u1 {"user":{"email":"n@x","password":"star","tenantId":"t1"}}"#
    ) { backend async throws(BackendFailure) in
      let write = UserWrite(
        user: User(name: "nova", email: "n@x", tenant: "demo", enabled: true),
        tenantID: "t1",
        password: Secret("star")
      )
      try await backend.users.updater?.update(write, id: "u1", [.email, .tenant, .password])
      return nil
    },
    Write(
      testDescription: "grant",
      answer: role,
      line: "PUT /v2.0/tenants/t1/users/u1/roles/OS-KSADM/r1"
    ) { backend async throws(BackendFailure) in
      try await backend.grant(ids)
      return nil
    },
    Write(
      testDescription: "revoke",
      line: "DELETE /v2.0/tenants/t1/users/u1/roles/OS-KSADM/r1"
    ) { backend async throws(BackendFailure) in
      try await backend.revoke(ids)
      return nil
    },
    Write(testDescription: "delete a role", line: "DELETE /v2.0/OS-KSADM/roles/r1") {
      backend async throws(BackendFailure) in
      try await backend.roles.delete(id: "r1")
      return nil
    },
    Write(testDescription: "delete a tenant", line: "DELETE /v2.0/tenants/t1") {
      backend async throws(BackendFailure) in
      try await backend.tenants.delete(id: "t1")
      return nil
    },
    Write(testDescription: "delete a user", line: "DELETE /v2.0/users/u1") {
      backend async throws(BackendFailure) in
      try await backend.users.delete(id: "u1")
      return nil
    },
    Write(testDescription: "delete a service", line: "DELETE /v2.0/OS-KSADM/services/s1") {
      backend async throws(BackendFailure) in
      try await backend.services.delete(id: "s1")
      return nil
    },
    Write(testDescription: "delete an endpoint", line: "DELETE /v2.0/endpoints/e1") {
      backend async throws(BackendFailure) in
      try await backend.endpoints.delete(id: "e1")
      return nil
    },
  ]

  @Test(
    "a write is one request that holds what is declared and nothing else",
    arguments: creates + others
  )
  func write(_ write: Write) async throws {
    let transport = ScriptedTransport(write.answer)
    let id = try await write.send(V2Backend.make(transport))
    #expect(await transport.lines == [write.line])
    #expect((id == nil) == Self.others.contains { $0.line == write.line })
  }

  @Test("a list becomes the model's nouns")
  func lists() async throws {
    let transport = ScriptedTransport(
      (200, #"{"roles": [{"id": "r1", "name": "admin"}]}"#),
      (200, #"{"tenants": [{"id": "t1", "name": "demo", "description": null}]}"#),
      (
        200,
        """
        {"users": [{"id": "u1", "name": "nova", "enabled": false, "tenantId": "t1"},
        {"id": "u2", "name": "e\\u0301", "email": "e@x"}]}
        """
      ),
      (
        200,
        """
        {"OS-KSADM:services": [{"id": "s1", "type": "compute", "name": "nova", "enabled": false,
        "description": "Compute"}]}
        """
      ),
      (
        200,
        """
        {"endpoints": [{"id": "e1", "service_id": "s1", "region": null, "enabled": true,
        "publicurl": "http://p/%(tenant_id)s"},
        {"id": "e2", "service_id": "s1", "region": "regionOne", "enabled": false,
        "publicurl": "http://p", "internalurl": "http://i", "adminurl": "http://a"}]}
        """
      )
    )
    let backend = V2Backend.make(transport)
    #expect(try await backend.roles.list() == [Live(id: "r1", Role(name: "admin"))])
    #expect(
      try await backend.tenants.list() == [Live(id: "t1", Tenant(name: "demo", enabled: true))]
    )
    #expect(
      try await backend.users.list() == [
        UserRow(
          id: "u1",
          user: User(name: "nova", enabled: false),
          tenantID: "t1",
          isReadOnly: true
        ),
        UserRow(
          id: "u2",
          user: User(name: "e\u{301}", email: "e@x", enabled: true),
          tenantID: nil,
          isReadOnly: true
        ),
      ]
    )
    var service = Service.make(.nova, description: "Compute")
    service.isShown = false
    #expect(try await backend.services.list() == [Live(id: "s1", service)])
    #expect(
      try await backend.endpoints.list() == [
        LiveEndpoint(
          id: "e1",
          serviceID: "s1",
          region: nil,
          publicURL: URLTemplate("http://p/%(tenant_id)s")
        ),
        LiveEndpoint(
          id: "e2",
          serviceID: "s1",
          region: "regionOne",
          publicURL: URLTemplate("http://p"),
          internalURL: URLTemplate("http://i"),
          adminURL: URLTemplate("http://a"),
          isShown: false
        ),
      ]
    )
    #expect(
      await transport.lines == [
        "GET /v2.0/OS-KSADM/roles", "GET /v2.0/tenants", "GET /v2.0/users",
        "GET /v2.0/OS-KSADM/services", "GET /v2.0/endpoints",
      ]
    )
  }

  @Test("a question is one request about one user or tenant")
  func questions() async throws {
    let transport = ScriptedTransport(
      (200, #"{"roles": [{"id": "r1", "name": "admin"}, {"id": "r2", "name": "Member"}]}"#),
      (200, #"{"users": [{"id": "u1", "name": "nova"}, {"id": "u2", "name": "glance"}]}"#),
      (401, #"{"error": {"code": 401, "title": "Unauthorized", "message": "No."}}"#)
    )
    let backend = V2Backend.make(transport)
    #expect(try await backend.roles(ofUser: "u1", inTenant: "t1") == ["admin", "Member"])
    #expect(try await backend.users(ofTenant: "t1") == ["u1", "u2"])
    #expect(try await backend.check(Secret("star"), ofUser: "u1") == .refused)
    let login = #"{"auth":{"passwordCredentials":{"password":"star","userId":"u1"}}}"#
    #expect(
      await transport.lines == [
        "GET /v2.0/tenants/t1/users/u1/roles", "GET /v2.0/tenants/t1/users",
        "POST /v2.0/tokens " + login,
      ]
    )
  }

  @Test("a bare admin token is nobody")
  func nobody() async throws {
    let transport = ScriptedTransport(
      (401, #"{"error": {"code": 401, "title": "Unauthorized", "message": "No."}}"#)
    )
    #expect(try await V2Backend.make(transport).caller() == nil)
  }

  @Test("a user who logged in is the caller, and goes on with the new password")
  func caller() async throws {
    let access = (
      status: 200,
      body: """
      {"access": {"token": {"id": "one", "expires": "2030-01-01T00:00:00Z",
      "tenant": {"id": "t1", "name": "demo"}},
      "user": {"id": "u1", "name": "nova", "roles": [{"name": "admin"}]}}}
      """
    )
    let transport = ScriptedTransport(access, access, (200, #"{"tenants": []}"#))
    let credentials = PasswordCredentials(
      user: .name("nova"),
      password: Secret("star"),
      scope: .tenantName("demo")
    )
    let client = KeystoneClient(
      endpoint: "http://keystone/v2.0",
      authentication: .password(credentials, authURL: "http://keystone/v2.0"),
      transport: transport
    )
    let backend = V2Backend(client: client)
    let caller = try await backend.caller()
    #expect(caller == Caller(user: "nova", tenant: "demo", roles: ["admin"]))
    try await backend.callerPasswordChanged(to: Secret("nebula"))
    let login = { (password: String) in
      #"POST /v2.0/tokens {"auth":{"passwordCredentials":{"password":"\#(password)","#
        + #""username":"nova"},"tenantName":"demo"}}"#
    }
    #expect(
      await transport.lines == [login("star"), login("nebula"), "GET /v2.0/tenants?limit=1"]
    )
  }

  @Test("what the capabilities promise is what there is to do it with")
  func promise() {
    let backend = V2Backend.make(ScriptedTransport())
    #expect(backend.services.updater == nil && backend.endpoints.updater == nil)
    #expect(!backend.capabilities.updatesServices && !backend.capabilities.updatesEndpoints)
  }

  @Test("an endpoint whose region somebody else is making has lost a race, and no name is taken")
  func region() async {
    let conflict = (
      status: 409,
      body: #"{"error": {"code": 409, "title": "Conflict", "message": "Duplicate ID."}}"#
    )
    let endpoint = EndpointWrite(Endpoint(service: .nova, region: "new"), serviceID: "s1")
    let race = await #expect(throws: BackendFailure.self) {
      try await V2Backend.make(ScriptedTransport(conflict)).endpoints.create(endpoint)
    }
    #expect(race?.kind == .raced)
    #expect(race?.isConflict == true)
    let taken = await #expect(throws: BackendFailure.self) {
      try await V2Backend.make(ScriptedTransport(conflict)).roles.create(Role(name: "admin"))
    }
    #expect(taken?.kind == .conflict)
  }

  @Test("an ID that would be no part of a path is told", arguments: ["", ".", "..", "a/b"])
  func unreachable(id: String) {
    let backend = V2Backend.make(ScriptedTransport())
    #expect(backend.shownUnreachable(id) == id)
    #expect(backend.shownUnreachable("r1") == nil)
  }
}
