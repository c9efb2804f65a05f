import Convergence
import IdentityModel
import KeystoneClient
import Testing
import Texts

@testable import IdentityBackends

@Suite("What the stores of Identity v3 ask, and make of the answers")
struct V3StoresTests {
  struct Write: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let answer: (status: Int, body: String)
    let line: String
    let send: @Sendable (V3Backend) async throws(BackendFailure) -> Void
  }

  private static let role = (status: 201, body: #"{"role": {"id": "r1", "name": "admin"}}"#)
  private static let project = (
    status: 201,
    body: #"{"project": {"id": "p1", "name": "demo", "domain_id": "default", "enabled": true}}"#
  )
  private static let user = (
    status: 201,
    body: #"{"user": {"id": "u1", "name": "nova", "domain_id": "default", "enabled": true}}"#
  )
  private static let service = (
    status: 201, body: #"{"service": {"id": "s1", "type": "compute", "name": "nova"}}"#
  )
  private static let endpoint = (
    status: 201,
    body:
      #"{"endpoint": {"id": "e1", "service_id": "s1", "interface": "admin", "url": "http://a"}}"#
  )
  private static let draft = EndpointWrite(
    Endpoint(
      service: .nova,
      region: "",
      interface: .admin,
      adminURL: URLTemplate("http://a/%(project_id)s")
    ),
    serviceID: "s1"
  )
  private static let account = UserWrite(
    user: User(name: "nova", email: "n@x", tenant: "demo", enabled: true),
    tenantID: "p1",
    password: Secret("star")
  )

  private static let region = (
    status: 201, body: #"{"region": {"id": "bay", "description": "", "parent_region_id": null}}"#
  )

  static let writes: [Write] = [
    Write(
      testDescription: "a region",
      answer: region,
      line: #"PUT /v3/regions/bay {"region":{"description":"Bay","parent_region_id":"west"}}"#
    ) { backend async throws(BackendFailure) in
      let region = Region(name: "bay", description: "Bay", parent: "west")
      #expect(try await backend.regions.create(region) == "bay")
    },
    Write(
      testDescription: "the one field of a region that differs",
      answer: region,
      line: #"PATCH /v3/regions/bay {"region":{"parent_region_id":"west"}}"#
    ) { backend async throws(BackendFailure) in
      let region = Region(name: "bay", description: "the same", parent: "west")
      try await backend.regions.updater?.update(region, id: "bay", [.parent])
    },
    Write(
      testDescription: "a role",
      answer: role,
      line: #"POST /v3/roles {"role":{"description":"All","name":"admin"}}"#
    ) {
      backend async throws(BackendFailure) in
      #expect(try await backend.roles.create(Role(name: "admin", description: "All")) == "r1")
    },
    Write(
      testDescription: "the description of a role",
      answer: role,
      line: #"PATCH /v3/roles/r1 {"role":{"description":"All"}}"#
    ) { backend async throws(BackendFailure) in
      let role = Role(name: "admin", description: "All")
      try await backend.roles.updater?.update(role, id: "r1", [.description])
    },
    Write(
      testDescription: "the description of a user",
      answer: user,
      line: #"PATCH /v3/users/u1 {"user":{"description":"Compute"}}"#
    ) { backend async throws(BackendFailure) in
      let user = UserWrite(user: User(name: "nova", description: "Compute"))
      try await backend.users.updater?.update(user, id: "u1", [.description])
    },
    Write(
      testDescription: "a project",
      answer: project,
      line: #"POST /v3/projects {"project":{"description":"","domain_id":"default","#
        + #""enabled":false,"name":"demo"}}"#
    ) { backend async throws(BackendFailure) in
      let project = Tenant(name: "demo", description: "", enabled: false)
      #expect(try await backend.tenants.create(project) == "p1")
    },
    Write(
      testDescription: "the one field of a project that differs",
      answer: project,
      line: #"PATCH /v3/projects/p1 {"project":{"enabled":false}}"#
    ) { backend async throws(BackendFailure) in
      let project = Tenant(name: "demo", description: "the same", enabled: false)
      try await backend.tenants.updater?.update(project, id: "p1", [.enabled])
    },
    Write(
      testDescription: "a user",
      answer: user,
      line: #"POST /v3/users {"user":{"default_project_id":"p1","domain_id":"default","#
        + #""email":"n@x","enabled":true,"name":"nova","password":"star"}}"#
    ) { backend async throws(BackendFailure) in
      #expect(try await backend.users.create(account) == "u1")
    },
    Write(
      testDescription: "what differs of a user, in one request",
      answer: user,
      line: #"PATCH /v3/users/u1 {"user":{"default_project_id":"p1","password":"star"}}"#
    ) { backend async throws(BackendFailure) in
      try await backend.users.updater?.update(account, id: "u1", [.tenant, .password])
    },
    Write(
      testDescription: "a hidden service",
      answer: service,
      line: #"POST /v3/services {"service":{"enabled":false,"name":"nova","type":"compute"}}"#
    ) { backend async throws(BackendFailure) in
      let service = Service(type: "compute", name: "nova", isShown: false)
      #expect(try await backend.services.create(service) == "s1")
    },
    Write(
      testDescription: "a service, in place",
      answer: service,
      line: #"PATCH /v3/services/s1 {"service":{"description":"Compute","enabled":true}}"#
    ) { backend async throws(BackendFailure) in
      let service = Service(type: "compute", name: "nova", description: "Compute")
      try await backend.services.updater?.update(service, id: "s1", [.description, .enabled])
    },
    Write(
      testDescription: "an endpoint without a region",
      answer: endpoint,
      line: #"POST /v3/endpoints {"endpoint":{"interface":"admin","service_id":"s1","#
        + #""url":"http://a/%(project_id)s"}}"#
    ) { backend async throws(BackendFailure) in
      #expect(try await backend.endpoints.create(draft) == "e1")
    },
    Write(
      testDescription: "the URL of an endpoint, in place",
      answer: endpoint,
      line: #"PATCH /v3/endpoints/e1 {"endpoint":{"url":"http://a/%(project_id)s"}}"#
    ) { backend async throws(BackendFailure) in
      try await backend.endpoints.updater?.update(draft, id: "e1", [.adminURL])
    },
    Write(
      testDescription: "a hidden endpoint is shown again",
      answer: endpoint,
      line: #"PATCH /v3/endpoints/e1 {"endpoint":{"enabled":true}}"#
    ) { backend async throws(BackendFailure) in
      try await backend.endpoints.updater?.update(draft, id: "e1", [.enabled])
    },
    Write(
      testDescription: "an endpoint goes over to another service, and keeps its ID",
      answer: endpoint,
      line: #"PATCH /v3/endpoints/e1 {"endpoint":{"service_id":"s1"}}"#
    ) { backend async throws(BackendFailure) in
      try await backend.endpoints.updater?.update(draft, id: "e1", [.service])
    },
  ]

  @Test("a write is one request with what is set and no more", arguments: writes)
  func write(_ write: Write) async throws {
    let transport = ScriptedTransport(write.answer)
    try await write.send(V3Backend.make(transport))
    #expect(await transport.lines == [write.line])
  }

  @Test("what is to go is deleted by its ID")
  func deletions() async throws {
    let gone = (status: 204, body: "")
    let transport = ScriptedTransport(gone, gone, gone, gone, gone)
    let backend = V3Backend.make(transport)
    try await backend.roles.delete(id: "r")
    try await backend.tenants.delete(id: "p")
    try await backend.users.delete(id: "u")
    try await backend.services.delete(id: "s")
    try await backend.endpoints.delete(id: "e")
    #expect(
      await transport.lines == [
        "DELETE /v3/roles/r", "DELETE /v3/projects/p", "DELETE /v3/users/u",
        "DELETE /v3/services/s", "DELETE /v3/endpoints/e",
      ]
    )
  }

  @Test("lists are those of the domain, and every endpoint is a row of one interface")
  func lists() async throws {
    let transport = ScriptedTransport(
      (200, #"{"roles": [{"id": "r1", "name": "admin", "options": {"immutable": true}}]}"#),
      (
        200,
        #"{"projects": [{"id": "p1", "name": "demo", "domain_id": "default", "enabled": false}]}"#
      ),
      (
        200,
        """
        {"users": [{"id": "0123456789abcdef0123456789abcdef", "name": "nova", "email": "n@x",
        "domain_id": "default", "default_project_id": "p1", "enabled": true},
        {"id": "cn=ann", "name": "ann", "domain_id": "default", "enabled": true}]}
        """
      ),
      (
        200,
        #"{"services": [{"id": "s1", "type": "compute", "name": "nova", "enabled": false}]}"#
      ),
      (
        200,
        """
        {"endpoints": [{"id": "e1", "service_id": "s1", "interface": "admin", "region_id": "R",
        "url": "http://a", "enabled": false},
        {"id": "e2", "service_id": "s1", "interface": "odd", "url": "http://o"}]}
        """
      )
    )
    let backend = V3Backend.make(transport)
    let roles = try await backend.roles.list()
    #expect(
      roles == [
        Live(id: "r1", Role(name: "admin", options: ResourceOptions([.immutable: .flag(true)])))
      ]
    )
    #expect(
      try await backend.tenants.list() == [
        Live(id: "p1", Tenant(name: "demo", enabled: false, tags: []))
      ]
    )
    let users = try await backend.users.list()
    #expect(users.map(\.user.name) == ["nova", "ann"])
    #expect(users.map(\.tenantID) == ["p1", nil])
    #expect(users.map(\.isReadOnly) == [false, true])
    let service = Service(type: "compute", name: "nova", isShown: false)
    #expect(try await backend.services.list() == [Live(id: "s1", service)])
    #expect(
      try await backend.endpoints.list() == [
        LiveEndpoint(
          id: "e1",
          serviceID: "s1",
          region: "R",
          interface: .admin,
          url: URLTemplate("http://a"),
          isShown: false
        )
      ]
    )
    #expect(
      await transport.lines == [
        "GET /v3/roles", "GET /v3/projects?domain_id=default&limit=1000",
        "GET /v3/users?domain_id=default&limit=1000", "GET /v3/services", "GET /v3/endpoints",
      ]
    )
  }

  @Test("an object whose answer was lost is looked for by its key, not in a whole list")
  func lookups() async throws {
    let transport = ScriptedTransport(
      (200, #"{"roles": []}"#),
      (200, #"{"projects": []}"#),
      (200, #"{"users": []}"#),
      (200, #"{"services": []}"#),
      (200, #"{"endpoints": []}"#)
    )
    let backend = V3Backend.make(transport)
    #expect(try await backend.roles.rows(like: Role(name: "admin")) == [])
    #expect(try await backend.tenants.rows(like: Tenant(name: "demo")) == [])
    #expect(try await backend.users.rows(like: Self.account) == [])
    #expect(try await backend.services.rows(like: Service(type: "compute", name: "nova")) == [])
    var endpoint = Self.draft.endpoint
    endpoint.region = "R"
    let draft = EndpointWrite(endpoint, serviceID: "s1")
    #expect(try await backend.endpoints.rows(like: draft) == [])
    #expect(
      await transport.lines == [
        "GET /v3/roles?name=admin", "GET /v3/projects?domain_id=default&name=demo&limit=1000",
        "GET /v3/users?domain_id=default&name=nova&limit=1000",
        "GET /v3/services?type=compute&name=nova",
        "GET /v3/endpoints?service_id=s1&interface=admin&region_id=R",
      ]
    )
  }

  @Test("a new region is made once before its endpoints, and one that is there is not asked about")
  func regions() async throws {
    let rows = (
      status: 200,
      body: """
      {"endpoints": [{"id": "e0", "service_id": "s1", "interface": "admin", "region_id": "Old",
      "url": "http://a"}]}
      """
    )
    let taken = (
      status: 409, body: #"{"error": {"code": 409, "title": "Conflict", "message": "Taken."}}"#
    )
    let transport = ScriptedTransport(
      rows,
      Self.endpoint,
      taken,
      Self.endpoint,
      Self.endpoint
    )
    let backend = V3Backend.make(transport)
    _ = try await backend.endpoints.list()
    for region: Name in ["Old", "New", "New"] {
      var endpoint = Self.draft.endpoint
      endpoint.region = region
      _ = try await backend.endpoints.create(EndpointWrite(endpoint, serviceID: "s1"))
    }
    #expect(
      await transport.lines.map { $0.prefix { $0 != "{" } } == [
        "GET /v3/endpoints", "POST /v3/endpoints ", "PUT /v3/regions/New ", "POST /v3/endpoints ",
        "POST /v3/endpoints ",
      ]
    )
  }

  @Test("one region is asked for by its ID, and one that is not there is none")
  func oneRegion() async throws {
    let transport = ScriptedTransport(
      (200, #"{"region": {"id": "Bay", "description": "", "parent_region_id": "west"}}"#),
      (404, #"{"error": {"code": 404, "title": "Not Found", "message": "Could not find region"}}"#),
      (200, #"{"regions": [], "links": {"next": null}}"#)
    )
    let backend = V3Backend.make(transport)
    let row = Live(id: "Bay", Region(name: "Bay", parent: "west"))
    #expect(try await backend.regions.rows(like: Region(name: "bay")) == [row])
    #expect(try await backend.regions.rows(like: Region(name: "hill")) == [])
    #expect(
      await transport.lines == ["GET /v3/regions/bay", "GET /v3/regions/hill", "GET /v3/regions"]
    )
  }

  @Test("where a region cannot be made, its endpoint is not")
  func noRegion() async {
    let transport = ScriptedTransport(
      (403, #"{"error": {"code": 403, "title": "Forbidden", "message": "No."}}"#)
    )
    var endpoint = Self.draft.endpoint
    endpoint.region = "New"
    let draft = EndpointWrite(endpoint, serviceID: "s1")
    let error = await #expect(throws: BackendFailure.self) {
      try await V3Backend.make(transport).endpoints.create(draft)
    }
    #expect(error?.isForbidden == true)
    #expect(await transport.lines.count == 1)
  }

  @Test("what is immutable is read as that, and names are the database's to compare")
  func immutability() async throws {
    let roles = (
      status: 200,
      body: #"{"roles": [{"id": "r1", "name": "admin", "options": {"immutable": true}}, "#
        + #"{"id": "r2", "name": "odd", "options": {"immutable": false}}, {"id": "r3", "name": "x"}]}"#
    )
    let projects = (
      status: 200,
      body: #"{"projects": [{"id": "p1", "name": "demo", "domain_id": "default", "#
        + #""enabled": true, "options": {"immutable": true}}]}"#
    )
    let backend = V3Backend.make(ScriptedTransport(roles, projects))
    #expect(try await backend.roles.list().map(\.value.isImmutable) == [true, false, false])
    #expect(try await backend.tenants.list().map(\.value.isImmutable) == [true])
    #expect(backend.roles.comparesNames && backend.tenants.comparesNames)
    #expect(backend.users.comparesNames && !backend.services.comparesNames)
  }
}
