/// A URL cut at its delimiters (RFC 3986, section 3), whose parts are the text's own.
///
/// Nothing is decoded or checked: whoever needs a certain scheme, host or port looks at the parts.
package struct URLParts {
  /// What stands before `://`.
  package let scheme: Substring
  /// What stands between `://` and the path.
  package let authority: Substring
  /// From the first `/`, `?` or `#` on.
  package let rest: Substring

  /// Cuts a text; nil for one with no `://` in it.
  package init?(_ text: String) {
    // Bytes throughout: each request has an address, and characters take ten times as long.
    let bytes = text.utf8
    var end = bytes.firstIndex(of: UInt8(ascii: ":"))
    while let colon = end, !bytes[colon...].starts(with: "://".utf8) {
      end = bytes[bytes.index(after: colon)...].firstIndex(of: UInt8(ascii: ":"))
    }
    guard let colon = end else { return nil }
    let start = bytes.index(colon, offsetBy: 3)
    let path = bytes[start...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.endIndex
    scheme = text[..<colon]
    authority = text[start..<path]
    rest = text[path...]
  }

  /// The authority without the user name and password that may stand before its last `@`.
  package var hostAndPort: Substring {
    guard let at = authority.utf8.lastIndex(of: UInt8(ascii: "@")) else { return authority }
    return authority[authority.utf8.index(after: at)...]
  }

  /// Whether a user name or a password stands in front of the host.
  package var hasCredentials: Bool { authority.utf8.contains(UInt8(ascii: "@")) }
}
