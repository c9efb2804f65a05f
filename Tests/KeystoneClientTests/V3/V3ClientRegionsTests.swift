import KeystoneClient
import Testing

@Suite struct V3ClientRegionsTests {
  private static let url = "http://k:5000/v3/regions"

  @Test func areMadeChangedListedAndDeleted() async throws {
    let transport = try ScriptedTransport(
      .recorded("region created"),
      .recorded("region created"),
      .recorded("region changed"),
      .recorded("region changed"),
      .recorded("regions"),
      .noContent
    )
    let client = V3Client.make(transport: transport)
    let region = try await client.createRegion(
      V3NewRegion(id: "EM EA", description: "Europe", parentID: "world")
    )
    #expect(region == V3Region(id: "emea", description: "Europe"))
    #expect(try await client.region(id: "emea") == region)
    let changed = try await client.updateRegion(
      id: "emea",
      V3RegionUpdate(description: "x", parentID: .value("RegionOne"))
    )
    #expect(changed.parentID == "RegionOne")
    try await client.updateRegion(id: "emea", V3RegionUpdate(parentID: .null))
    #expect(try await client.regions().map(\.id).sorted() == ["RegionOne", "emea"])
    try await client.deleteRegion(id: "emea")
    #expect(
      await transport.lines == [
        #"PUT \#(Self.url)/EM%20EA "#
          + #"{"region":{"description":"Europe","parent_region_id":"world"}}"#,
        "GET \(Self.url)/emea",
        #"PATCH \#(Self.url)/emea {"region":{"description":"x","parent_region_id":"RegionOne"}}"#,
        #"PATCH \#(Self.url)/emea {"region":{"parent_region_id":null}}"#,
        "GET \(Self.url)",
        "DELETE \(Self.url)/emea",
      ]
    )
  }

  /// It could be made with a POST, and then be read, changed and deleted by nobody.
  @Test func oneWithASlashIsNotMade() async {
    let transport = ScriptedTransport()
    let client = V3Client.make(transport: transport)
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.createRegion(V3NewRegion(id: "a/b"))
    }
    #expect(error?.reason == .unusableID("a/b"))
    #expect(await transport.requests.isEmpty)
  }
}
