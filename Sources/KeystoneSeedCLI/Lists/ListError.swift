import IdentityModel

/// Why there is nothing to list.
enum ListError: Error, Hashable {
  /// No object has that ID or name; one may have a similar name.
  case none(ResourceKind, String, similar: String? = nil)
  /// The name is that of several.
  case several(ResourceKind, String, count: Int)
  /// The user or the tenant was to be the caller's, and the token has none.
  case noCaller(missing: [ResourceKind])
  /// The catalog is the caller's, and the token has none.
  case noCatalog
}
