import Convergence
import IdentityModel
import KeystoneClient
import Testing

@testable import IdentityBackends

@Suite("What Identity v2.0 asks the v3 beside it")
struct V2BackendVersion3Tests {
  @Test("what v3 made is what its list of public endpoints shows")
  func foreign() async throws {
    let transport = ScriptedTransport((200, #"{"endpoints": [{"id": "e1"}, {"id": "e2"}]}"#))
    let backend = V2Backend.make(transport)
    #expect(try await backend.unmanageableEndpoints(among: []) == ["e1", "e2"])
    #expect(await transport.lines == ["GET /v3/endpoints?interface=public"])
  }

  @Test("the interfaces are what v3 lists, one by one; without v3 there are none to know of")
  func interfaces() async throws {
    let rows = """
      {"endpoints": [
        {"id": "i", "interface": "internal", "service_id": "s", "region_id": "R", "url": "http://i",
         "enabled": false},
        {"id": "p", "interface": "public", "service_id": "s", "region_id": null, "url": "http://p"},
        {"id": "o", "interface": "other", "service_id": "s", "url": "http://o"}]}
      """
    let transport = ScriptedTransport(
      (200, rows),
      (200, #"{"endpoints": [], "truncated": true}"#),
      (404, "{}"),
      (404, "{}"),
      (404, "{}")
    )
    let backend = V2Backend.make(transport)
    guard case .whole(let interfaces) = try await backend.endpointInterfaces(InterfacePart()) else {
      Issue.record("the list is whole")
      return
    }
    #expect(interfaces.map(\.id) == ["i", "p"])
    #expect(interfaces.map(\.interface) == [.internal, .public])
    #expect(interfaces.map(\.region) == ["R", nil])
    #expect(interfaces.map(\.isShown) == [false, true])
    let part = InterfacePart(serviceID: "s", interface: .admin, region: "R")
    #expect(try await backend.endpointInterfaces(part) == .cutOff)
    #expect(
      await transport.lines == [
        "GET /v3/endpoints", "GET /v3/endpoints?service_id=s&interface=admin&region_id=R",
      ]
    )
    #expect(try await backend.endpointInterfaces(InterfacePart()) == .notThere)
  }

  @Test("a refusal to list the interfaces is no empty list", arguments: [401, 403])
  func refusedInterfaces(status: Int) async {
    let transport = ScriptedTransport(
      (status, #"{"error": {"code": 403, "title": "Forbidden", "message": "No."}}"#)
    )
    let backend = V2Backend.make(transport)
    await #expect(throws: BackendFailure.self) {
      _ = try await backend.endpointInterfaces(InterfacePart())
    }
  }

  @Test("v3 tells of the domain in which a user lives that it is disabled, or nothing")
  func disabledDomain() async {
    let user = #"{"user": {"id": "u1", "domain_id": "default"}}"#
    let transport = ScriptedTransport(
      (200, user),
      (200, #"{"domain": {"id": "default", "enabled": false}}"#),
      (200, user),
      (200, #"{"domain": {"id": "default", "enabled": true}}"#),
      (404, "{}")
    )
    let backend = V2Backend.make(transport)
    let live = Live(id: "u1", User(name: "u"))
    #expect(await backend.disabledDomain(ofUser: live) == "default")
    #expect(await backend.disabledDomain(ofUser: live) == nil)
    #expect(await backend.disabledDomain(ofUser: live) == nil)
    #expect(
      await transport.lines.prefix(2) == ["GET /v3/users/u1", "GET /v3/domains/default"]
    )
  }
}
