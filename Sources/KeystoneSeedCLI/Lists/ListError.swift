/// What a list shows, or is narrowed to.
enum ListedKind: String, Hashable, Sendable {
  case user
  case tenant
  case project
  case domain
  case role
  case service

  /// The word for several of them.
  var plural: String { rawValue + "s" }
}

/// Why there is nothing to list.
enum ListError: Error, Hashable {
  /// No object has that ID or name; one may have a similar name.
  case none(ListedKind, String, similar: String? = nil)
  /// The name is that of several.
  case several(ListedKind, String, count: Int)
  /// The user or the tenant was to be the caller's, and the token has none.
  case noCaller(missing: [ListedKind])
  /// The catalog is the caller's, and the token has none.
  case noCatalog
  /// The list has no such column with the version of the API that is spoken.
  case noColumn(String, columns: [String], others: [String])
  /// The command is one of 2014, for v2.0 alone, and v3 is spoken; what the openstack command calls it.
  case needsVersion2(String, successor: String)
  /// The catalog has no such URL for that type of service, or none in the region that is looked at
  /// alone.
  case noEndpoint(interface: String, service: String, region: String?)
  /// A token is asked for, and none is got: there is one already, which is nobody's.
  case noLogin
  /// Only v3 has what was asked for, a command or an option of one, and v2.0 is spoken; whether v3 is
  /// there, where that is known.
  case needsVersion3(String, isServed: Bool?)
}
