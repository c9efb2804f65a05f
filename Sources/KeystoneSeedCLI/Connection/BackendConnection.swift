import Convergence
import CurlHTTP
import IdentityBackends

/// A Keystone that can be planned for, whichever version of its API is spoken.
struct BackendConnection {
  let backend: any IdentityBackend
  /// The address of the API, as plans show it.
  let address: String
  /// Whether nothing that a person gave names the version: it is what the server offers.
  let isVersionOffered: Bool
  /// What is done about failures that pass.
  let retrier: Retrier
  /// Where work is best done that does little but write to it.
  let executor: (any TaskExecutor)?

  /// The backend of the version that is spoken.
  init(_ connection: IdentityConnection) {
    switch connection {
    case .v2(let connection):
      self.init(V2Backend(client: connection.client), over: connection)
    case .v3(let connection):
      let backend = V3Backend(client: connection.client, domainID: Self.defaultDomainID)
      self.init(backend, over: connection)
    }
  }

  private init<Client>(_ backend: any IdentityBackend, over connection: Connection<Client>) {
    self.backend = backend
    address = connection.address
    isVersionOffered = connection.isVersionOffered
    retrier = connection.retrier
    executor = connection.carrier.executor
  }

  /// The domain that v2.0 shows, and in which a seed without a word of domains names things.
  static let defaultDomainID = "default"
}
