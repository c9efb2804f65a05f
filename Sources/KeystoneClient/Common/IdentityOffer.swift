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
