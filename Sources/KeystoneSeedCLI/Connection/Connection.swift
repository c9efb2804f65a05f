import Convergence
import KeystoneClient

/// A Keystone that can be asked.
struct Connection {
  let client: KeystoneClient
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
  /// The address of the admin API, as plans show it.
  var address: String { client.endpoint }
}
