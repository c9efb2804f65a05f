import Convergence
import KeystoneClient

/// A Keystone that can be asked.
struct Connection {
  let client: KeystoneClient
  let transport: any HTTPTransport
  /// What is done about bad weather, the same for all that goes over this connection.
  let retrier: Retrier
  /// The region that was asked for.
  let region: String?
  /// The address of the admin API, as plans show it.
  var address: String { client.endpoint }
}
