import KeystoneClient
import Testing

@Suite struct V3ClientImpliedRolesTests {
  private static let url = "http://k:5000/v3/roles/r1/implies/r2"
  private static let implication = V3Implication(priorID: "r1", impliedID: "r2")

  @Test func areListedPairByPair() async throws {
    let transport = try ScriptedTransport(.recorded("implications"))
    let implications = try await V3Client.make(transport: transport).implications()
    // admin → manager → member → reader, and auditor → reader.
    let pairs = [(2, 3), (3, 4), (4, 5), (0x14, 5)].map { prior, implied in
      V3Implication(priorID: V3Fixture.id(prior), impliedID: V3Fixture.id(implied))
    }
    #expect(Set(implications) == Set(pairs))
    #expect(implications.count == 4)
    #expect(await transport.lines == ["GET http://k:5000/v3/role_inferences"])
  }

  @Test func areMadeLookedUpAndTakenAway() async throws {
    let none = HTTPResponse.refusal(404, "Not Found", "r1 does not imply r2.")
    let transport = try ScriptedTransport(
      .recorded("implication made"),
      .recorded("implication made"),
      none,
      .noRegions,
      .noContent
    )
    let client = V3Client.make(transport: transport)
    try await client.createImplication(Self.implication)
    #expect(try await client.isImplied(Self.implication))
    #expect(try await !client.isImplied(Self.implication))
    try await client.deleteImplication(Self.implication)
    #expect(
      await transport.lines == [
        "PUT \(Self.url)", "GET \(Self.url)", "GET \(Self.url)", "GET http://k:5000/v3/regions",
        "DELETE \(Self.url)",
      ]
    )
  }

  @Test func aSecondOneIsAConflict() async throws {
    let client = V3Client.make(
      transport: try ScriptedTransport(.recorded("implication made, again"))
    )
    let error = await failure { () throws(KeystoneError) in
      try await client.createImplication(Self.implication)
    }
    #expect(error?.isConflict == true)
  }
}
