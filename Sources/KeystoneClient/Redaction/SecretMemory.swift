/// The secrets that went over one transport, for all that is said on it later.
///
/// A server may quote the admin token or somebody's password in the answer to another request. Short
/// secrets are left to the request that holds them: a password `nova` would take every `nova` out of
/// every message.
public final class SecretMemory: Sendable {
  /// Made patterns of when they are asked for, which is when something went wrong: that takes longer than
  /// all the rest of a request.
  private struct Contents {
    var known: Set<Secret> = []
    var pending: [Secret] = []
    var patterns = SecretPatterns()
  }

  private let contents = Locked(Contents())

  /// Makes an empty one.
  public init() {}

  /// Notes secrets; those that are known or short change nothing.
  public func remember(_ secrets: [Secret]) {
    let long = secrets.filter { $0.exposed().utf8.count >= SecretPatterns.longSize }
    guard !long.isEmpty else { return }
    contents.withLock { contents in
      for secret in long where contents.known.insert(secret).inserted {
        contents.pending.append(secret)
      }
    }
  }

  /// What was noted so far.
  var patterns: SecretPatterns {
    contents.withLock { contents in
      for secret in contents.pending { contents.patterns.insert(secret) }
      contents.pending = []
      return contents.patterns
    }
  }
}
