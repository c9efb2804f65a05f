/// What a person should know about settings that contradict each other.
enum ConnectionWarning: Hashable, Sendable {
  /// There is a token with its endpoint, and a login beside it.
  case loginIgnored(endpoint: KeystoneURL)
  /// Environment variables say something else than the entry of `clouds.yaml`, and win.
  case cloudOverridden(cloud: String, variables: [String])
  /// The login is made over TLS, and its catalog names an admin URL without.
  case tokenInTheClear(adminURL: String)
}
