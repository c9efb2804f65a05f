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
    let parts = url.split(separator: "://", maxSplits: 1)
    guard parts.count == 2 else {
      origin = TerminalText.harmless(url)
      path = ""
      return
    }
    let authority = parts[1].prefix { !"/?#".contains($0) }
    let host = authority.split(separator: "@").last ?? ""
    origin = TerminalText.harmless("\(parts[0])://\(host)")
    path = TerminalText.harmless(String(parts[1].dropFirst(authority.count)))
  }
}
