import Testing

@testable import KeystoneClient

@Suite struct SecretMemoryTests {
  @Test func whatWasSentOnceIsTakenOutOfWhatIsSaidLater() {
    let memory = SecretMemory()
    memory.remember([Secret("swordfish"), Secret("nova"), Secret("")])
    let redactor = Redactor(secrets: [Secret("halibut")], memory: memory)
    #expect(redactor.redact("nova swordfish halibut") == "nova (sensitive) (sensitive)")
  }

  /// The answer to a login names the admin token, which an earlier request held.
  @Test func answerToAnotherRequestIsHeldAgainstIt() async {
    let transport = RememberingTransport([
      .success(.noUsers),
      .success(.refusal(401, "Unauthorized", "swordfish is not t0ken%2Bof%2Bthe%2Badmin")),
    ])
    let client = KeystoneClient(
      endpoint: "http://h:35357",
      authentication: .token(Secret("t0ken+of+the+admin")),
      transport: transport
    )
    _ = await failure { () throws(KeystoneError) in _ = try await client.users() }
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.authenticate(token: Secret("swordfish"), scope: .unscoped)
    }
    #expect(error?.refusal?.message == "(sensitive) is not (sensitive)")
  }
}

/// Answers from a script, and remembers what it carried as ``CurlTransport`` does.
private struct RememberingTransport: HTTPTransport {
  let store: TransportStore? = TransportStore()
  let script: ScriptedTransport

  init(_ answers: [Result<HTTPResponse, TransportError>]) {
    script = ScriptedTransport(answers)
  }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    try await script.send(request)
  }
}
