import IdentityModel
import KeystoneClient
import Synchronization
import Testing

@testable import KeystoneSeedCLI

@Suite struct EndpointProbeTests {
  /// Answers 300 on one host, and nothing on any other.
  private final class Network: HTTPTransport {
    let requests = Mutex<[HTTPRequest]>([])

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
      requests.withLock { $0.append(request) }
      guard request.url.hasPrefix("http://up") else { throw TransportError(.connectionFailed) }
      return HTTPResponse(status: 300)
    }
  }

  private func catalog(_ urls: String...) -> EffectiveCatalog {
    EffectiveCatalog(
      urls.map { url in
        let endpoint = CatalogEndpoint(publicURL: url, internalURL: url)
        return CatalogEntry(type: url, name: "", endpoints: [endpoint])
      }
    )
  }

  @Test func `each URL is asked once, and each answer told`() async {
    let network = Network()
    let probe = EndpointProbe(transport: network, parallelism: 2)
    let found = await probe.probe([catalog("http://up:1", "http://down"), catalog("http://up:1")])
    #expect(
      found == [
        ProbeResult(url: "http://down", outcome: .failed(TransportError(.connectionFailed))),
        ProbeResult(url: "http://up:1", outcome: .answered(status: 300)),
      ]
    )
    let requests = network.requests.withLock { $0 }
    #expect(requests.count == 2)
    #expect(requests.allSatisfy { $0.method == .get && $0.headers.isEmpty && $0.body == nil })
  }

  @Test func `a password is not sent, and another scheme not spoken`() async {
    let network = Network()
    let found = await EndpointProbe(transport: network, parallelism: 1)
      .probe([catalog("http://me:secret@up", "ws://up", "not a url", "file:///etc/passwd")])
    #expect(found.map(\.outcome) == Array(repeating: .notAsked, count: 4))
    #expect(network.requests.withLock { $0.isEmpty })
  }
}
