/// What a client of v3 shows to be let in.
public enum V3Authentication: Sendable {
  /// A token that somebody else made: a user's, or Keystone's `admin_token`.
  ///
  /// It cannot be renewed; a 401 is final.
  case token(Secret)
  /// A login, with which the client gets tokens of its own.
  case login(V3Credentials)
}
