/// What a client shows to be let in.
public enum Authentication: Sendable {
  /// A token that somebody else made: Keystone's `admin_token`, or a user's.
  ///
  /// It cannot be renewed; a 401 is final.
  case token(Secret)
  /// A user's password, with which the client gets tokens of its own at that address.
  ///
  /// The address is the public or the admin one, with or without `/v2.0`.
  case password(PasswordCredentials, authURL: String)
}
