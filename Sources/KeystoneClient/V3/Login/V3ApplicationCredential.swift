/// Which application credential logs in.
public enum V3ApplicationCredential: Hashable, Sendable {
  /// That with this ID.
  case id(String)
  /// That of the name, which is unique for each user.
  case name(String, user: V3UserReference)
}
