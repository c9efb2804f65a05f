import FuzzSupport
import Synchronization
import TestSupport
import Testing

@testable import KeystoneClient

/// Answers that are nearly Keystone's: whatever comes, each operation ends, in a result or an error
/// that names no secret and steers no terminal, and the token goes nowhere else.
struct AnswerFuzzTests {
  private static let token = "c0ffee00c0ffee00c0ffee00c0ffee00"
  private static let password = #"correct "horse": \battery"#
  /// What must not be seen, the password as it stands in JSON too.
  private static let secrets = [
    token, password, TalkativeServer.escaped(password), TalkativeServer.hash,
  ]
  /// A login, a request, a redirect or three, and the same again after a 401.
  private static let mostRequests = 24

  @Test func `mutated answers end in a result or a harmless error`() async throws {
    let campaign = FuzzCampaign("mutated answers", cases: 4000)
    var counts: [String: Int] = [:]
    for seed in campaign {
      var generator = SeededGenerator(seed: seed)
      let operation = generator.pick(ClientOperation.allCases)
      let server = HostileTransport(seed: seed, secrets: [Self.token, Self.password])
      let trace = Mutex("")
      let client = Self.client(
        over: TracingTransport(server) { line in trace.withLock { $0 += line + "\n" } },
        withPassword: generator.oneIn(3)
      )
      var shown: String
      do throws(KeystoneError) {
        let result = try await operation.run(
          client,
          password: Secret(Self.password),
          token: Secret(Self.token)
        )
        // A name may hold anything: it is for whoever shows it to make it harmless.
        shown = ""
        #expect(ShownText(result).leaked(Self.secrets) == nil, "seed \(seed)")
        counts["results", default: 0] += 1
      } catch {
        shown = "\(error)"
        var dumped = ""
        dump(error, to: &dumped)
        #expect(ShownText(dumped).leaked(Self.secrets) == nil, "seed \(seed)")
        counts["errors", default: 0] += 1
      }
      shown += trace.withLock { $0 }
      #expect(ShownText(shown).leaked(Self.secrets) == nil, "seed \(seed)")
      #expect(ShownText(shown).unsafeScalar == nil, "seed \(seed)")
      let requests = await server.requests
      #expect(requests.count <= Self.mostRequests, "seed \(seed)")
      #expect(requests.allSatisfy { $0.url.hasPrefix("http://127.0.0.1:") }, "seed \(seed)")
    }
    campaign.report(counts)
  }

  private static func client(
    over transport: any HTTPTransport,
    withPassword: Bool
  ) -> KeystoneClient {
    let credentials = PasswordCredentials(
      user: .name("admin"),
      password: Secret(password),
      scope: .tenantName("admin")
    )
    return KeystoneClient(
      endpoint: "http://127.0.0.1:35357/v2.0",
      authentication: withPassword
        ? .password(credentials, authURL: "http://127.0.0.1:5000/v2.0") : .token(Secret(token)),
      transport: transport,
      clock: ManualClock()
    )
  }
}
