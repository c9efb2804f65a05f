import FuzzSupport
import KeystoneClient
import Synchronization
import TestSupport
import Testing

/// Answers that are nearly v3's: whatever comes, each operation ends, in a result or an error that
/// names no secret and steers no terminal, and the token goes nowhere else.
struct V3AnswerFuzzTests {
  private static let token = "c0ffee00c0ffee00c0ffee00c0ffee00"
  private static let password = #"correct "horse": \battery"#
  /// A login, pages, a question for the token, and all of that again after a 401.
  private static let mostRequests = 40

  @Test func `mutated answers of v3 end in a result or a harmless error`() async throws {
    let recorded = try HTTPResponse.allRecorded()
    let answers = recorded.map { answer in
      WireAnswer(
        status: answer.status,
        headers: answer.headers.map { ($0.name, $0.value) },
        body: answer.body
      )
    }
    let tokens = Set(recorded.compactMap { $0.header("X-Subject-Token") })
    let secrets =
      [Self.token, Self.password, TalkativeServer.escaped(Self.password), TalkativeServer.hash]
      + tokens
    let campaign = FuzzCampaign("mutated answers of v3", cases: 4000)
    var counts: [String: Int] = [:]
    for seed in campaign {
      var generator = SeededGenerator(seed: seed)
      let operation = generator.pick(V3ClientOperation.allCases)
      let server = HostileTransport(
        seed: seed,
        secrets: [Self.token, Self.password],
        answers: answers
      )
      let trace = Mutex("")
      let tracing = TracingTransport(server) { line in trace.withLock { $0 += line + "\n" } }
      let client = Self.client(over: tracing, logsIn: generator.oneIn(3))
      var shown: String
      do throws(KeystoneError) {
        let result = try await operation.run(
          client,
          password: Secret(Self.password),
          token: Secret(Self.token)
        )
        // A name may hold anything: it is for whoever shows it to make it harmless.
        shown = ""
        #expect(ShownText(result).leaked(secrets) == nil, "seed \(seed)")
        counts["results", default: 0] += 1
      } catch {
        shown = "\(error)"
        var dumped = ""
        dump(error, to: &dumped)
        #expect(ShownText(dumped).leaked(secrets) == nil, "seed \(seed)")
        counts["errors", default: 0] += 1
      }
      shown += trace.withLock { $0 }
      #expect(ShownText(shown).leaked(secrets) == nil, "seed \(seed)")
      #expect(ShownText(shown).unsafeScalar == nil, "seed \(seed)")
      let requests = await server.requests
      #expect(requests.count <= Self.mostRequests, "seed \(seed)")
      #expect(requests.allSatisfy { $0.url.hasPrefix("http://127.0.0.1:5000/") }, "seed \(seed)")
    }
    campaign.report(counts)
  }

  private static func client(over transport: any HTTPTransport, logsIn: Bool) -> V3Client {
    let credentials = V3Credentials.password(
      .name("admin", domain: .default),
      Secret(password),
      scope: .project(.name("admin", domain: .default))
    )
    return V3Client(
      endpoint: "http://127.0.0.1:5000/identity",
      authentication: logsIn ? .login(credentials) : .token(Secret(token)),
      transport: transport,
      clock: ManualClock()
    )
  }
}
