/// The secrets that went over one transport, for all that is said on it later.
///
/// A server may quote the admin token or somebody's password in the answer to another request. Short
/// secrets are left to the request that holds them: a password `nova` would take every `nova` out of
/// every message.
public final class SecretMemory: Sendable {
  private let seen = Locked(SecretPatterns())

  /// Makes an empty one.
  public init() {}

  /// Notes secrets; those that are known or short change nothing.
  public func remember(_ secrets: [Secret]) {
    let long = secrets.filter { $0.exposed().utf8.count >= SecretPatterns.longSize }
    guard !long.isEmpty else { return }
    seen.withLock { patterns in
      for secret in long { patterns.insert(secret) }
    }
  }

  /// What was noted so far.
  var patterns: SecretPatterns { seen.withLock { $0 } }
}
