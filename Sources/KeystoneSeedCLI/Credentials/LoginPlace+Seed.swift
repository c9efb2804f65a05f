import IdentityModel
import KeystoneClient

extension LoginPlace {
  /// The place that a request means, as far as it says, and the seed beyond that.
  ///
  /// Wherever the seed leaves a choice, there is no place: the first that comes is a guess.
  init(_ request: CredentialsRequest, in seed: DesiredState) throws(CredentialsError) {
    user = try Self.user(request.user, in: seed)
    tenant =
      if let given = request.tenant { given } else { try Self.tenant(of: user, in: seed) }
    let region = try Self.region(request.region, in: seed)
    self.region = region
    let place =
      if let given = request.authURL {
        try Self.checked(given, version: request.version)
      } else {
        try Self.authURL(request, in: region, of: seed)
      }
    authURL = place.url
    isVersionGuessed = place.isGuessed
  }

  private static func user(
    _ requested: QualifiedName?,
    in seed: DesiredState
  ) throws(CredentialsError) -> QualifiedName {
    let users = seed.users.map(\.name).sorted()
    if let requested {
      if users.contains(requested) { return requested }
      // The one of that name in another domain.
      guard let only = users.filter({ $0.name == requested.name }).only else {
        throw .unknownUser(requested, users: users)
      }
      return only
    }
    let administrators = seed.assignments
      .filter { $0.role == Self.admin && $0.tenant == Self.admin }
      .compactMap(\.user)
    if let only = administrators.only { return only }
    guard administrators.contains(Self.admin) else { throw .noDefaultUser(users: users) }
    return Self.admin
  }

  /// The user, tenant and role that every cloud calls so.
  private static let admin: QualifiedName = "admin"

  /// The one tenant in which the user has a role; of several the default one, else its namesake.
  private static func tenant(
    of user: QualifiedName,
    in seed: DesiredState
  ) throws(CredentialsError) -> QualifiedName {
    let granted = Set(seed.assignments.filter { $0.user == user }.compactMap(\.tenant)).sorted()
    if let only = granted.only { return only }
    if let ownDefault = seed.users.filter({ $0.name == user }).only?.tenant { return ownDefault }
    let candidates = granted.isEmpty ? seed.tenants.map(\.name) : granted
    guard candidates.contains(user) else { throw .noTenant(user: user, candidates: granted) }
    return user
  }
}

extension LoginPlace {
  private static func region(
    _ requested: Name?,
    in seed: DesiredState
  ) throws(CredentialsError) -> Name? {
    let regions = Set(seed.endpoints.map(\.region)).sorted()
    if let requested {
      guard regions.contains(requested) else { throw .unknownRegion(requested, regions: regions) }
      return requested
    }
    guard regions.count <= 1 else { throw .severalRegions(regions) }
    return regions.only
  }

  /// The identity service's URL in the region.
  ///
  /// Where a region is asked for, that of no other is taken, though regions may share a Keystone:
  /// which one it would be is a guess.
  ///
  /// One without a version is of a cloud of today: clients of v2.0 need the version in the catalog.
  private static func authURL(
    _ request: CredentialsRequest,
    in region: Name?,
    of seed: DesiredState
  ) throws(CredentialsError) -> (url: KeystoneURL, isGuessed: Bool) {
    let endpoints = seed.endpoints.filter { $0.service.type == "identity" }
    let inRegion = endpoints.filter { $0.region == region }
    if request.region != nil, inRegion.isEmpty, let region, !endpoints.isEmpty {
      throw .noIdentityEndpointThere(
        region: region,
        regions: Set(endpoints.map(\.region)).sorted()
      )
    }
    guard let endpoint = (inRegion.isEmpty ? endpoints : inRegion).only else {
      throw endpoints.isEmpty ? .noIdentityEndpoint : .severalIdentityEndpoints
    }
    guard let url = endpoint.url(of: request.interface) else {
      throw .noURL(request.interface, region: endpoint.region)
    }
    return try checked(url.text, version: request.version, else: .v3)
  }

  /// The URL as a client needs it, with a version; a `$(…)s` in it is nothing that a client resolves.
  ///
  /// - Parameters:
  ///   - url: The URL.
  ///   - version: The version that is asked for.
  ///   - fallback: The version of a URL that has none.
  /// - Returns: The URL, and whether its version is a guess: v2.0, where nothing says it.
  /// - Throws: ``CredentialsError/invalidURL(_:text:)``.
  static func checked(
    _ url: String,
    version: IdentityVersion?,
    else fallback: IdentityVersion? = nil
  ) throws(CredentialsError) -> (url: KeystoneURL, isGuessed: Bool) {
    do throws(KeystoneURL.Problem) {
      let given = try KeystoneURL(url)
      let said = version ?? given.version ?? fallback
      let full = try KeystoneURL(given.text(in: said ?? .v2))
      return (url: full, isGuessed: said == nil)
    } catch {
      throw .invalidURL(error, text: url.contains("@") ? nil : url)
    }
  }
}

extension Collection {
  /// The element where there is exactly one.
  fileprivate var only: Element? { count == 1 ? first : nil }
}
