import Convergence
import IdentityModel
import KeystoneClient
import Testing
import Texts

@testable import IdentityBackends

@Suite struct ResourceOptionsJSONTests {
  @Test func `what Keystone shows is read, and what nobody knows is not`() {
    let options = ResourceOptions([
      "lock_password": .bool(true), "ignore_password_expiry": .null, "immutable": .string("yes"),
      "mine": .bool(true),
      "multi_factor_auth_rules": .array([.array([.string("password"), .string("totp")])]),
    ])
    #expect(
      options
        == ResourceOptions([
          .locksPassword: .flag(true), .factorRules: .rules([["password", "totp"]]),
        ])
    )
    #expect(ResourceOptions([:]).isEmpty)
  }

  @Test func `an object is made with what is set, and changed in what differs`() {
    let options = ResourceOptions([
      .locksPassword: .absent, .ignoresExpiry: .flag(false), .factorRules: .rules([["password"]]),
    ])
    #expect(
      options.json == [
        "ignore_password_expiry": .bool(false),
        "multi_factor_auth_rules": .array([.array([.string("password")])]),
      ]
    )
    #expect(options.json(of: [.locksPassword, .email]) == ["lock_password": .null])
    #expect(options.json(of: [.email, .needsFactors]) == nil)
    #expect(ResourceOptions([.locksPassword: .absent]).json == nil)
  }

  @Test func `one request writes a user's options together with its fields`() async throws {
    let user = (status: 200, body: #"{"user": {"id": "u", "name": "ann", "domain_id": "default"}}"#)
    let transport = ScriptedTransport((201, user.body), user)
    let store = V3Backend.make(transport).users
    var ann = User(name: "ann", email: "a@b")
    ann.options = ResourceOptions([.locksPassword: .flag(true), .ignoresExpiry: .absent])
    #expect(try await store.create(UserWrite(user: ann)) == "u")
    try await store.updater?.update(
      UserWrite(user: ann),
      id: "u",
      [.email, .locksPassword, .ignoresExpiry]
    )
    #expect(
      await transport.lines == [
        #"POST /v3/users {"user":{"domain_id":"default","email":"a@b","name":"ann","options":{"lock_password":true}}}"#,
        #"PATCH /v3/users/u {"user":{"email":"a@b","options":{"ignore_password_expiry":null,"lock_password":true}}}"#,
      ]
    )
  }

  @Test func `a password that need not be changed comes after the option that says so`()
    async throws
  {
    let user = (status: 200, body: #"{"user": {"id": "u", "name": "ann", "domain_id": "default"}}"#)
    let transport = ScriptedTransport((201, user.body), user, user, user)
    let store = V3Backend.make(transport).users
    let ann = User(name: "ann", options: ResourceOptions([.ignoresFirstUse: .flag(true)]))
    let write = UserWrite(user: ann, password: Secret("star"))
    #expect(try await store.create(write) == "u")
    try await store.updater?.update(write, id: "u", [.password, .ignoresFirstUse])
    let option = #""options":{"ignore_change_password_upon_first_use":true}"#
    #expect(
      await transport.lines == [
        #"POST /v3/users {"user":{"domain_id":"default","name":"ann",\#(option)}}"#,
        #"PATCH /v3/users/u {"user":{"password":"star"}}"#,
        #"PATCH /v3/users/u {"user":{\#(option)}}"#,
        #"PATCH /v3/users/u {"user":{"password":"star"}}"#,
      ]
    )
  }

  @Test func `roles, projects and domains have options as well`() async throws {
    func answer(_ kind: String) -> (status: Int, body: String) {
      (200, #"{"\#(kind)": {"id": "x", "name": "a", "domain_id": "default", "enabled": true}}"#)
    }
    let transport = ScriptedTransport(
      answer("role"),
      answer("project"),
      answer("domain"),
      answer("project")
    )
    let backend = V3Backend.make(transport)
    let opened = ResourceOptions([.immutable: .flag(false)])
    let closed = ResourceOptions([.immutable: .flag(true)])
    try await backend.roles.updater?.update(Role(name: "a", options: opened), id: "x", [.immutable])
    try await backend.tenants.updater?.update(
      Tenant(name: "a", options: closed),
      id: "x",
      [.immutable]
    )
    let domains = try #require(backend.domains.updater)
    try await domains.update(Domain(name: "a", options: closed), id: "x", [.immutable])
    // As a domain an old Keystone opens none.
    try await domains.update(Domain(name: "a", options: opened), id: "x", [.immutable])
    #expect(
      await transport.lines == [
        #"PATCH /v3/roles/x {"role":{"options":{"immutable":false}}}"#,
        #"PATCH /v3/projects/x {"project":{"options":{"immutable":true}}}"#,
        #"PATCH /v3/domains/x {"domain":{"options":{"immutable":true}}}"#,
        #"PATCH /v3/projects/x {"project":{"options":{"immutable":false}}}"#,
      ]
    )
  }
}
