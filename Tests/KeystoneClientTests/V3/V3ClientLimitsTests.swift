import KeystoneClient
import Testing

@Suite struct V3ClientLimitsTests {
  private static let url = "http://k:5000/v3/limits"
  private static let id = "00000000000000000000000000000019"
  private static let service = "00000000000000000000000000000016"
  private static let project = "0000000000000000000000000000000c"
  private static let domain = "0000000000000000000000000000000b"

  @Test func `a project and a domain get limits of their own, and lose them`() async throws {
    let transport = try ScriptedTransport(
      .recorded("limit created"),
      .recorded("limit of a domain created"),
      .recorded("limit changed"),
      .recorded("limits"),
      .recorded("limits"),
      .noContent
    )
    let client = V3Client.make(transport: transport)
    let limit = try await client.createLimit(
      V3NewLimit(
        of: .project(Self.project),
        serviceID: Self.service,
        regionID: "emea",
        resource: "servers",
        value: 50
      )
    )
    #expect(
      limit
        == V3Limit(
          id: Self.id,
          projectID: Self.project,
          serviceID: Self.service,
          regionID: "emea",
          resource: "servers",
          value: 50
        )
    )
    let other = try await client.createLimit(
      V3NewLimit(
        of: .domain(Self.domain),
        serviceID: "s",
        resource: "servers",
        value: -1,
        description: "d"
      )
    )
    #expect(other.domainID == Self.domain && other.projectID == nil)
    let changed = try await client.updateLimit(
      id: Self.id,
      V3LimitUpdate(value: 60, description: "x")
    )
    #expect(changed.value == 60)
    #expect(try await client.limits() == [changed, other])
    _ = try await client.limits(ofService: "s", resource: "servers")
    try await client.deleteLimit(id: Self.id)
    #expect(
      await transport.lines == [
        #"POST \#(Self.url) {"limits":[{"project_id":"\#(Self.project)","region_id":"emea","#
          + #""resource_limit":50,"resource_name":"servers","service_id":"\#(Self.service)"}]}"#,
        #"POST \#(Self.url) {"limits":[{"description":"d","domain_id":"\#(Self.domain)","#
          + #""resource_limit":-1,"resource_name":"servers","service_id":"s"}]}"#,
        #"PATCH \#(Self.url)/\#(Self.id) {"limit":{"description":"x","resource_limit":60}}"#,
        "GET \(Self.url)",
        "GET \(Self.url)?service_id=s&resource_name=servers",
        "DELETE \(Self.url)/\(Self.id)",
      ]
    )
  }

  @Test func `one that is not registered is forbidden`() async throws {
    let transport = try ScriptedTransport(.recorded("limit created, not registered"))
    let client = V3Client.make(transport: transport)
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.createLimit(
        V3NewLimit(of: .project("p"), serviceID: "s", resource: "servers", value: 1)
      )
    }
    #expect(error?.status == 403)
  }
}
