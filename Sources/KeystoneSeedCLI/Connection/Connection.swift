import Convergence
import KeystoneClient

/// A Keystone that can be asked.
struct Connection {
  let client: KeystoneClient
  let transport: CurlTransport
  /// The address of the admin API, as plans show it.
  var address: String { client.endpoint }
}
