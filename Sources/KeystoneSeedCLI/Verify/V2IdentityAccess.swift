import Convergence
import IdentityBackends
import IdentityModel
import KeystoneClient
import Texts

/// What verify asks over Identity v2.0.
struct V2IdentityAccess: IdentityAccess {
  private let client: KeystoneClient
  /// The same API with the token `ADMIN`.
  private let defaultTokenClient: KeystoneClient
  let retrier: Retrier

  init(_ connection: V2Connection) {
    client = connection.client
    defaultTokenClient = KeystoneClient(
      endpoint: connection.address,
      authentication: .token(Secret("ADMIN")),
      transport: connection.carrier
    )
    retrier = connection.retrier
  }

  /// Pike's 401 has words of its own for a lock.
  var tellsLocksApart: Bool { true }

  func catalog(
    seenBy login: LoginQuestions.Login
  ) async throws(BackendFailure) -> EffectiveCatalog {
    let document = try await retrier.asking { () async throws(KeystoneError) in
      try await client.authenticate(
        PasswordCredentials(
          user: .id(login.userID),
          password: login.password,
          scope: login.scope.tenantID.map { .tenantID($0) } ?? .unscoped
        )
      )
    }
    return EffectiveCatalog(document.catalog)
  }

  func askWithDefaultToken() async throws(KeystoneError) {
    try await defaultTokenClient.verifyAdminAPI()
  }

  func hasCaller() async throws(KeystoneError) -> Bool { try await client.caller() != nil }
}

extension EffectiveCatalog {
  /// A catalog of v2.0: an entry for each type and region, with a URL of each interface.
  init(_ catalog: [CatalogEntry]) {
    let entries = catalog.flatMap { entry in
      entry.endpoints.map { endpoint in
        let urls: [(EndpointInterface, String?)] = [
          (.public, endpoint.publicURL), (.internal, endpoint.internalURL),
          (.admin, endpoint.adminURL),
        ]
        // Keystone shows an empty one where it could not make it.
        let present = urls.compactMap { interface, url in
          url.flatMap { $0.isEmpty ? nil : (interface, ExactText($0)) }
        }
        return Entry(
          type: Name(entry.type),
          name: Name(entry.name),
          region: endpoint.region.map { Name($0) },
          urls: Dictionary(present) { first, _ in first }
        )
      }
    }
    self.init(entries, by: .type)
  }
}
