internal import IdentityModel

/// A URL of an interface in a region, put together, with the place of its text.
struct ResolvedURL {
  let url: URLTemplate
  /// Whether the catalog is to show it.
  let isShown: Bool
  let location: FileLocation
}
