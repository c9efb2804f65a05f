import KeystoneClient
import Testing

@Suite struct TokenStandingTests {
  private func standing(after responses: HTTPResponse...) async throws -> TokenStanding? {
    let answers = responses + [.refusal(403, "Forbidden", "no")]
    let transport = ScriptedTransport(answers.map { .success($0) })
    let client = KeystoneClient.make(transport: transport)
    for _ in responses { _ = try await client.roles() }
    let error = await failure { () throws(KeystoneError) in _ = try await client.users() }
    return error?.request?.token
  }

  @Test func aTokenThatHasOpenedNothingMayLackTheRole() async throws {
    let standing = try await standing()
    #expect(standing?.hasOpenedAdminRoute == false)
    #expect(standing?.isFromLogin == false)
  }

  @Test func oneThatHasOpenedAListHasTheRole() async throws {
    #expect(try await standing(after: .json(200, #"{"roles": []}"#))?.hasOpenedAdminRoute == true)
  }
}
