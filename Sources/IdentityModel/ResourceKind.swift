/// The kinds of object that a seed declares.
///
/// Regions are not among them: a region exists because an endpoint names it.
package enum ResourceKind: String, CaseIterable, Codable, Sendable {
  case role
  case tenant
  case user
  case assignment
  case service
  case endpoint

  /// The word for several of them, as `--only` and the seed file spell it.
  package var plural: String { rawValue + "s" }
}
