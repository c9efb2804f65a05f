import Convergence
import KeystoneClient

/// A Keystone that can be asked over one version of its API.
struct Connection<Client: AddressedClient> {
  let client: Client
  /// What carries the client's requests, for others to the same server.
  let carrier: any HTTPTransport
  /// The line that says why nothing happens.
  let line: WaitingLine
  /// How servers are reached, certificates and all.
  let configuration: CurlConfiguration
  /// What is done about failures that pass, the same for all that goes over this connection.
  let retrier: Retrier
  /// The region that was asked for.
  let region: String?
  /// Whether nothing that a person gave names the version: it is what the server offers.
  let isVersionOffered: Bool
  /// The address of the API that writes, as plans show it.
  var address: String { client.endpoint }

  /// What a client speaks over a way that is there.
  init(_ client: Client, over route: Connector.Route, _ settings: ConnectionSettings) {
    self.client = client
    carrier = route.carrier
    line = route.line
    configuration = route.configuration
    retrier = route.retrier
    region = settings.region
    isVersionOffered = settings.version == .offered
  }
}

/// A client of one version of the API, which has one address for all that it writes.
protocol AddressedClient: Sendable {
  var endpoint: String { get }
}

extension KeystoneClient: AddressedClient {}
extension V3Client: AddressedClient {}

typealias V2Connection = Connection<KeystoneClient>
typealias V3Connection = Connection<V3Client>
