/// Who has a role.
public enum V3Actor: Hashable, Sendable {
  /// The user with that ID.
  case user(String)
  /// Whoever is in the group with that ID.
  case group(String)
}
