package import Texts

/// Where a seed says that a password comes from.
package enum SecretSource: Hashable, Sendable {
  /// Written in the seed itself.
  case literal(Secret)
  /// The environment variable of that name.
  case environment(String)
  /// The first line of that file; an absolute path.
  case file(String)
  /// What that program prints; the program first, then its arguments. It works in that directory, or
  /// where this program does.
  case command([String], directory: String? = nil)
}
