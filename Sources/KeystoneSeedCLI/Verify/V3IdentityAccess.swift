import Convergence
import IdentityBackends
import IdentityModel
import KeystoneClient
import Texts

/// What verify asks over Identity v3.
struct V3IdentityAccess: IdentityAccess {
  private let client: V3Client
  /// The same API with the token `ADMIN`.
  private let defaultTokenClient: V3Client
  let retrier: Retrier

  init(_ connection: V3Connection) {
    client = connection.client
    defaultTokenClient = V3Client(
      endpoint: connection.address,
      authentication: .token(Secret("ADMIN")),
      transport: connection.carrier
    )
    retrier = connection.retrier
  }

  /// One 401 means a wrong password, a lock and much else (`keystone.auth.plugins.password`).
  var tellsLocksApart: Bool { false }

  func catalog(
    seenBy login: LoginQuestions.Login
  ) async throws(BackendFailure) -> EffectiveCatalog {
    let token = try await retrier.asking { () async throws(KeystoneError) in
      try await client.authenticate(
        .password(
          .id(login.userID),
          login.password,
          scope: V3Scope(login.scope)
        ),
        includesCatalog: true
      )
    }
    return EffectiveCatalog(token.catalog)
  }

  /// Asks for the users of one name, a list that is short in a cloud of any size.
  func askWithDefaultToken() async throws(KeystoneError) {
    _ = try await defaultTokenClient.users(
      ofDomain: BackendConnection.defaultDomainID,
      named: "admin"
    )
  }

  func hasCaller() async throws(KeystoneError) -> Bool { try await client.caller() != nil }
}

extension V3Scope {
  fileprivate init(_ scope: LoginScope) {
    switch scope {
    case .tenant(_, let id): self = .project(.id(id))
    case .domain(_, let id): self = .domain(.id(id))
    case .system: self = .system
    }
  }
}

extension EffectiveCatalog {
  /// A catalog of v3: an entry for each service, and one more for each further URL of an interface in
  /// a region.
  init(_ catalog: [V3CatalogEntry]) {
    self.init(catalog.flatMap { Self.entries(of: $0) }, by: .service)
  }

  private static func entries(of service: V3CatalogEntry) -> [Entry] {
    let (type, name) = (Name(service.type), Name(service.name))
    guard !service.endpoints.isEmpty else {
      return [Entry(type: type, name: name, region: nil, urls: [:])]
    }
    var regions: [Name?: [EndpointInterface: [ExactText]]] = [:]
    for endpoint in service.endpoints {
      guard let interface = EndpointInterface(rawValue: endpoint.interface) else { continue }
      let region = endpoint.regionID.map { Name($0) }
      regions[region, default: [:]][interface, default: []].append(ExactText(endpoint.url))
    }
    return regions.flatMap { region, urls in
      let urls = urls.mapValues { $0.sorted() }
      return (0..<(urls.values.map(\.count).max() ?? 0)).map { turn in
        Entry(
          type: type,
          name: name,
          region: region,
          urls: urls.compactMapValues { $0.indices.contains(turn) ? $0[turn] : nil }
        )
      }
    }
  }
}
