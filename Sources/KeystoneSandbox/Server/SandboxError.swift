/// Why a sandbox can't do what it was asked to.
public enum SandboxError: Error, Hashable, Sendable {
  /// Something else listens on the port, or it may not be used.
  case portUnavailable(Int, reason: String)
  /// There is no service of that id.
  case unknownService(String)
  /// What was asked for goes against Keystone's rules; the words are its own.
  case refused(String)
}
