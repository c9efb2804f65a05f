internal import Texts

/// What can be said of a URL before it is in the catalog, which takes anything, `not a url` too.
enum URLRule {
  /// What a region's base URL is like; paths are appended to it.
  static func checkBase(_ text: Located<String>, into diagnostics: inout DiagnosticCollector) {
    guard let url = absolute(text, into: &diagnostics) else { return }
    guard ["http", "https"].contains(url.scheme.lowercased()) else {
      diagnostics.error(
        "a base URL begins with http:// or https://",
        at: text.location,
        hint: Spelling.hint(for: String(url.scheme), among: ["http", "https"])
      )
      return
    }
    guard !url.rest.contains(where: { "?#".contains($0) }) else {
      diagnostics.error("a base URL ends before any ? or #", at: text.location)
      return
    }
    TemplateRule.check(text, into: &diagnostics)
  }

  /// An endpoint's value: a whole URL, or what follows a base URL.
  static func checkEndpoint(_ text: Located<String>, into diagnostics: inout DiagnosticCollector) {
    if text.value.hasPrefix(":") {
      guard isUnbroken(text, into: &diagnostics) else { return }
      let port = text.value.dropFirst().prefix { !"/?#".contains($0) }
      if let problem = CatalogURL.problem(ofPort: port) {
        diagnostics.error(problem, at: text.location)
      }
    } else if text.value.hasPrefix("/") {
      guard isUnbroken(text, into: &diagnostics) else { return }
    } else {
      guard let url = absolute(text, into: &diagnostics) else { return }
      // Zaqar's socket is the one endpoint of another scheme that clients know.
      if !["http", "https", "ws", "wss"].contains(url.scheme.lowercased()) {
        diagnostics.warning(
          "\"\(url.scheme)\" is a scheme that no OpenStack client speaks",
          at: text.location,
          hint: Spelling.hint(for: String(url.scheme), among: ["http", "https"])
        )
      }
    }
    TemplateRule.check(text, into: &diagnostics)
  }

  /// A URL with scheme and host; nil after it was reported that it is none.
  private static func absolute(
    _ text: Located<String>,
    into diagnostics: inout DiagnosticCollector
  ) -> CatalogURL? {
    guard isUnbroken(text, into: &diagnostics) else { return nil }
    guard let url = CatalogURL(text.value) else {
      diagnostics.error(
        text.value.isEmpty ? "the URL is empty" : "the URL has no scheme",
        at: text.location,
        hint: "begin with http://, or with : or / to continue a region's base URL"
      )
      return nil
    }
    guard !url.hasCredentials else {
      diagnostics.error(
        "a URL can't carry a user name or a password: every user sees the catalog",
        at: text.location
      )
      return nil
    }
    if let problem = url.hostProblem {
      diagnostics.error(problem.message, at: text.location, hint: problem.hint)
      return nil
    }
    return url
  }

  private static func isUnbroken(
    _ text: Located<String>,
    into diagnostics: inout DiagnosticCollector
  ) -> Bool {
    let isBroken = text.value.unicodeScalars.contains { $0.isControl || $0.properties.isWhitespace }
    guard isBroken else {
      if let hidden = text.value.unicodeScalars.first(where: \.isHidden) {
        diagnostics.warning(
          "the URL holds \(hidden.notation), which cannot be seen",
          at: text.location,
          hint: "it leads elsewhere than it seems to"
        )
      }
      return true
    }
    diagnostics.error("a URL can't hold blanks, line ends or control characters", at: text.location)
    return false
  }
}
