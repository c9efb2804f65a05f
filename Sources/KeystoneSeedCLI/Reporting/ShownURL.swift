import Texts

/// A URL as a message may show it.
///
/// Harmless for a terminal, and without what stands before an `@` in its authority: a catalog may
/// hold anything.
struct ShownURL: Hashable, Sendable {
  /// Scheme, host and port.
  let origin: String
  /// What follows them.
  let path: String

  var text: String { origin + path }

  init(_ url: String) {
    guard let parts = URLParts(url) else {
      origin = TerminalText.harmless(url)
      path = ""
      return
    }
    origin = TerminalText.harmless("\(parts.scheme)://\(parts.hostAndPort)")
    path = TerminalText.harmless(String(parts.rest))
  }
}
