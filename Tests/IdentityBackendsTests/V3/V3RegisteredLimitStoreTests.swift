import Convergence
import IdentityModel
import KeystoneClient
import Reconciliation
import Testing

@testable import IdentityBackends

@Suite struct V3RegisteredLimitStoreTests {
  private static let key = LimitKey(
    service: ServiceKey(type: "compute", name: "nova"),
    region: "bay",
    resource: "servers"
  )
  private static let row =
    #"{"id": "l", "service_id": "s", "region_id": "bay", "resource_name": "servers", "#
    + #""default_limit": 10}"#
  private static let live = LiveLimit(
    id: "l",
    serviceID: "s",
    region: "bay",
    resource: "servers",
    value: 10
  )
  private static let draft = RegisteredLimitWrite(Limit(key, value: 10), serviceID: "s")

  @Test func `they are listed, all or those like one`() async throws {
    let answer = (status: 200, body: #"{"registered_limits": [\#(Self.row)]}"#)
    let transport = ScriptedTransport(answer, answer)
    let store = V3Backend.make(transport).registeredLimits
    #expect(try await store.list() == [Self.live])
    #expect(try await store.rows(like: Self.draft) == [Self.live])
    #expect(Self.draft.isHeld(by: Self.live))
    #expect(!RegisteredLimitWrite(Self.draft.limit, serviceID: "t").isHeld(by: Self.live))
    #expect(
      await transport.lines == [
        "GET /v3/registered_limits",
        "GET /v3/registered_limits?service_id=s&resource_name=servers",
      ]
    )
  }

  @Test func `a Keystone from before they came has none, and one that refuses says so`()
    async throws
  {
    let unknown = (
      status: 404,
      body: #"{"error": {"message": "(http://k/v3/registered_limits): The resource could not be "#
        + #"found.", "code": 404, "title": "Not Found"}}"#
    )
    let store = V3Backend.make(ScriptedTransport(unknown)).registeredLimits
    #expect(try await store.list() == [])
    let forbidden = (status: 403, body: #"{"error": {"code": 403, "message": "No."}}"#)
    let other = V3Backend.make(ScriptedTransport(forbidden)).registeredLimits
    await #expect(throws: BackendFailure.self) { try await other.list() }
  }

  @Test func `one is made with or without a region, changed and deleted`() async throws {
    let made = (status: 201, body: #"{"registered_limits": [\#(Self.row)]}"#)
    let transport = ScriptedTransport(
      made,
      made,
      (200, #"{"registered_limit": \#(Self.row)}"#),
      (204, "")
    )
    let store = V3Backend.make(transport).registeredLimits
    #expect(try await store.create(Self.draft) == "l")
    var anywhere = Self.draft.limit
    anywhere.key.region = ""
    _ = try await store.create(RegisteredLimitWrite(anywhere, serviceID: "s"))
    try await store.updater?.update(Self.draft, id: "l", [.limit])
    try await store.delete(id: "l")
    #expect(
      await transport.lines == [
        #"POST /v3/registered_limits {"registered_limits":[{"default_limit":10,"#
          + #""region_id":"bay","resource_name":"servers","service_id":"s"}]}"#,
        #"POST /v3/registered_limits {"registered_limits":[{"default_limit":10,"#
          + #""resource_name":"servers","service_id":"s"}]}"#,
        #"PATCH /v3/registered_limits/l {"registered_limit":{"default_limit":10}}"#,
        "DELETE /v3/registered_limits/l",
      ]
    )
  }
}
