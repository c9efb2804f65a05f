import Glibc
import KeystoneClient
import Synchronization
import Testing

@testable import KeystoneSeedCLI

@Suite("Apply writes from the transport's thread, with no other thread to wake for each answer")
struct ApplyExecutorTests {
  @Test("writes leave from there, reads from wherever they are decoded beside each other")
  func writesFromThere() async throws {
    try await withLab { lab in
      let seen = Mutex<[HTTPRequest.Method: Set<Bool>]>([:])
      var lab = lab
      lab.wrapTransport = { transport in
        PlaceOfSending(transport: transport) { method, isThere in
          seen.withLock { _ = $0[method, default: []].insert(isThere) }
        }
      }
      let seed = try lab.directory.write(
        "{tenants: {a: , b: }, roles: [r], users: {ann: {password: pw, roles: {a: [r]}}}}",
        to: "seed.yaml"
      )
      let run = await lab.run(["apply", seed])
      #expect(run.status == .success, "\(run.error)")
      let methods = seen.withLock(\.self)
      #expect(methods[.post] == [true])
      #expect(methods[.put] == [true])
      #expect(methods[.get]?.contains(false) == true)
    }
  }
}

/// Tells of each request whether the task that sends it is on a transport's thread, which blocks SIGPIPE.
private struct PlaceOfSending: HTTPTransport {
  let transport: any HTTPTransport
  let tell: @Sendable (HTTPRequest.Method, _ isThere: Bool) -> Void

  var store: TransportStore? { transport.store }
  var executor: (any TaskExecutor)? { transport.executor }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    var signals = sigset_t()
    pthread_sigmask(SIG_BLOCK, nil, &signals)
    tell(request.method, sigismember(&signals, SIGPIPE) == 1)
    return try await transport.send(request)
  }
}
