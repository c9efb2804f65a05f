import Convergence
import IdentityModel
import KeystoneClient
import Reconciliation
import Testing

@testable import IdentityBackends

@Suite struct V3LimitStoreTests {
  private static let key = LimitKey(
    service: ServiceKey(type: "compute", name: "nova"),
    region: "bay",
    resource: "servers"
  )
  private static let row =
    #"{"id": "o", "service_id": "s", "region_id": "bay", "resource_name": "servers", "#
    + #""resource_limit": 20, "project_id": "p", "domain_id": null}"#
  private static let live = LiveLimit(
    id: "o",
    serviceID: "s",
    region: "bay",
    resource: "servers",
    holderID: .tenant("p"),
    value: 20
  )

  @Test func `those of projects and domains are listed, all or those like one`() async throws {
    let domains =
      #"{"id": "d", "service_id": "s", "region_id": null, "resource_name": "servers", "#
      + #""resource_limit": -1, "project_id": null, "domain_id": "default"}"#
    let transport = ScriptedTransport(
      (200, #"{"limits": [\#(Self.row), \#(domains)]}"#),
      (200, #"{"limits": [\#(Self.row)]}"#)
    )
    let store = V3Backend.make(transport).limits
    let rows = try await store.list()
    #expect(rows.first == Self.live)
    #expect(rows.last?.holderID == .domain("default"))
    #expect(rows.last?.region == nil)
    let draft = LimitWrite(Limit(Self.key, value: 1), serviceID: "s", holderID: .tenant("p"))
    #expect(try await store.rows(like: draft) == [Self.live])
    #expect(draft.isHeld(by: Self.live))
    let others = [
      LimitWrite(draft.limit, serviceID: "t", holderID: .tenant("p")),
      LimitWrite(draft.limit, serviceID: "s", holderID: .domain("p")),
    ]
    #expect(!others.contains { $0.isHeld(by: Self.live) })
    #expect(
      await transport.lines.last == "GET /v3/limits?service_id=s&resource_name=servers"
    )
  }

  @Test func `one is made for a project or a domain, changed and deleted`() async throws {
    let transport = ScriptedTransport(
      (201, #"{"limits": [\#(Self.row)]}"#),
      (201, #"{"limits": [\#(Self.row)]}"#),
      (200, #"{"limit": \#(Self.row)}"#),
      (204, "")
    )
    let store = V3Backend.make(transport).limits
    let draft = LimitWrite(Limit(Self.key, value: 20), serviceID: "s", holderID: .tenant("p"))
    #expect(try await store.create(draft) == "o")
    var anywhere = draft.limit
    anywhere.key.region = ""
    _ = try await store.create(LimitWrite(anywhere, serviceID: "s", holderID: .domain("d")))
    try await store.updater?.update(draft, id: "o", [.limit])
    try await store.delete(id: "o")
    #expect(
      await transport.lines == [
        #"POST /v3/limits {"limits":[{"project_id":"p","region_id":"bay","resource_limit":20,"#
          + #""resource_name":"servers","service_id":"s"}]}"#,
        #"POST /v3/limits {"limits":[{"domain_id":"d","resource_limit":20,"#
          + #""resource_name":"servers","service_id":"s"}]}"#,
        #"PATCH /v3/limits/o {"limit":{"resource_limit":20}}"#,
        "DELETE /v3/limits/o",
      ]
    )
  }
}
