import KeystoneClient
import Testing

@Suite struct V3ClientMembershipsTests {
  private static let url = "http://k:5000/v3/groups/g1/users"

  @Test func areListedFromBothSides() async throws {
    let transport = try ScriptedTransport(.recorded("members"), .recorded("groups of a user"))
    let client = V3Client.make(transport: transport)
    #expect(try await client.users(inGroup: "g1").map(\.name) == ["eve"])
    #expect(try await client.groups(ofUser: "u1").map(\.name) == ["ops"])
    #expect(await transport.lines == ["GET \(Self.url)", "GET http://k:5000/v3/users/u1/groups"])
  }

  @Test func areMadeLookedUpAndTakenAway() async throws {
    let transport = try ScriptedTransport(
      .recorded("member added"),
      .noContent,
      .recorded("no member"),
      .noRegions,
      .noContent
    )
    let client = V3Client.make(transport: transport)
    try await client.addUser("u1", toGroup: "g1")
    #expect(try await client.isUser("u1", inGroup: "g1"))
    #expect(try await !client.isUser("u1", inGroup: "g1"))
    try await client.removeUser("u1", fromGroup: "g1")
    #expect(
      await transport.lines == [
        "PUT \(Self.url)/u1", "GET \(Self.url)/u1", "GET \(Self.url)/u1",
        "GET http://k:5000/v3/regions", "DELETE \(Self.url)/u1",
      ]
    )
  }

  @Test func aProxysPageDoesNotSayThatThereIsNone() async {
    let client = V3Client.make(transport: ScriptedTransport(.html(404), .html(404), .html(404)))
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.isUser("u1", inGroup: "g1")
    }
    #expect(error?.status == 404)
  }
}
