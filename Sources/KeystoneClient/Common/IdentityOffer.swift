/// What a Keystone offers: the versions of the API, and where each is.
public struct IdentityOffer: Hashable, Sendable {
  /// The versions as Keystone lists them.
  public var versions: [APIVersion]
  /// The address of each that there is a client for; always of the server that was asked.
  public var addresses: [IdentityVersion: String]
  /// The version that the address asked for ends in, if it does.
  public var named: IdentityVersion?

  /// Makes an offer.
  public init(
    versions: [APIVersion],
    addresses: [IdentityVersion: String],
    named: IdentityVersion? = nil
  ) {
    self.versions = versions
    self.addresses = addresses
    self.named = named
  }
}

extension IdentityOffer {
  /// The version to speak where nobody asks for one, with its address; nil where there is no client
  /// for any of them.
  ///
  /// It is v3 where that is served, and v2.0 where it alone is. Beside v2.0, a v3 of before Kilo does
  /// not count: it has no login without a scope for users who have a default project, so that no
  /// password could be checked (`keystone.auth.controllers.AuthInfo`).
  public var preferred: (version: IdentityVersion, address: String)? {
    let v2 = addresses[.v2].map { (version: IdentityVersion.v2, address: $0) }
    let v3 = addresses[.v3].map { (version: IdentityVersion.v3, address: $0) }
    if v2 != nil, versions.contains(where: \.isEarlyV3) { return v2 }
    return v3 ?? v2
  }
}
