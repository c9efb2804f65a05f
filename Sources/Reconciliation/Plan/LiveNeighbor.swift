package import IdentityModel

/// A live service that a new one is taken for, or takes the place of.
package struct LiveNeighbor: Hashable, Sendable {
  package let service: ServiceKey
  /// Where it is reached, nil where nothing is known of that.
  package let url: URLTemplate?
  /// Whether the seed declares it as well; else it may be somebody else's.
  package let isDeclared: Bool

  package init(_ service: ServiceKey, url: URLTemplate?, isDeclared: Bool) {
    self.service = service
    self.url = url
    self.isDeclared = isDeclared
  }
}
