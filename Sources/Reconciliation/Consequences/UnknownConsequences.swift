/// Why nobody knows who gains and who loses which roles by a plan.
package enum UnknownConsequences: Hashable, Sendable {
  /// Something could not be read, for that reason.
  case unread(String)
  /// More roles of users than that are concerned.
  case tooMany(Int)
}
