import Convergence
import IdentityModel
import KeystoneClient

/// Connects to every URL that users see: once, from here, with no token and no certificate.
struct EndpointProbe: Sendable {
  /// As long as a person waits for a list of some thirty URLs, a few of them dead.
  static let timeout = Duration.seconds(5)

  /// More than any service answers to an unknown client.
  private static let largestBody = 1 << 20

  var transport: any HTTPTransport
  let parallelism: Int

  /// Makes a probe that reaches servers as the connection does, but for what it says of itself.
  init(like configuration: CurlConfiguration, parallelism: Int) throws(TransportError) {
    var configuration = configuration
    configuration.clientCertificate = nil
    configuration.clientKey = nil
    configuration.timeout = min(configuration.timeout, Self.timeout)
    configuration.connectTimeout = min(configuration.connectTimeout, Self.timeout)
    configuration.maximumBodySize = Self.largestBody
    configuration.maximumConcurrentTransfers = parallelism
    self.init(
      transport: try CurlTransport(configuration: configuration),
      parallelism: parallelism
    )
  }

  init(transport: any HTTPTransport, parallelism: Int) {
    self.transport = transport
    self.parallelism = parallelism
  }

  /// Asks each URL of the catalogs once.
  func probe(_ catalogs: [EffectiveCatalog]) async -> [ProbeResult] {
    let urls = Set(catalogs.flatMap(\.entries).flatMap(\.urls.values))
    return await urls.sorted().concurrentMap(limit: parallelism) { url in
      let outcome = await self.outcome(of: url.text)
      return ProbeResult(url: url, outcome: outcome)
    }
  }

  private func outcome(of url: String) async -> ProbeResult.Outcome {
    let scheme = url.prefix { $0 != ":" }.lowercased()
    // A password may stand before an @: a catalog should not hold it, and it is not sent.
    guard ["http", "https"].contains(scheme), !url.utf8.contains(UInt8(ascii: "@")) else {
      return .notAsked
    }
    do throws(TransportError) {
      return .answered(status: try await transport.send(HTTPRequest(.get, url: url)).status)
    } catch {
      return .failed(error)
    }
  }
}
