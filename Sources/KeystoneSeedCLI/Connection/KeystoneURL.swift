/// The address of an Identity v2.0 API, checked and brought to one form.
///
/// It ends in `/v2.0` and without a slash, so that a path can be appended; `OS_AUTH_URL` is often
/// given without the version.
struct KeystoneURL: Hashable, Sendable {
  /// Why a text is not such an address.
  enum Problem: Error, Hashable, Sendable {
    /// The scheme is neither http nor https.
    case scheme
    /// There is no host, or its port is not a number.
    case host
    /// There is a user name or password in it, which would end in logs and messages.
    case credentials
    /// It has a space, a control character, a query or a fragment.
    case character
    /// It names version 3 of the API.
    case version3
  }

  /// The URL as text, which no URL type ever touches.
  let text: String

  init(_ raw: String) throws(Problem) {
    guard let schemeEnd = Self.schemeEnd(in: raw) else { throw .scheme }
    let rest = raw[schemeEnd...]
    let authority = rest.prefix { !"/?#\\".contains($0) }
    guard !authority.contains("@") else { throw .credentials }
    guard raw.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !Self.forbidden.contains($0) })
    else { throw .character }
    guard Self.isHost(authority) else { throw .host }

    var path = rest.dropFirst(authority.count)
    while path.last == "/" { path.removeLast() }
    let version = path.split(separator: "/").last
    if version == "v3" { throw .version3 }
    text = raw[..<schemeEnd] + authority + path + (version == "v2.0" ? "" : "/v2.0")
  }

  private static let forbidden = Set("?#\\\"<>".utf8)

  private static func schemeEnd(in text: String) -> String.Index? {
    for scheme in ["http://", "https://"] where text.lowercased().hasPrefix(scheme) {
      return text.index(text.startIndex, offsetBy: scheme.count)
    }
    return nil
  }

  /// Whether it is `host`, `host:port`, or the same with an address of IPv6 in brackets.
  private static func isHost(_ authority: Substring) -> Bool {
    let host: Substring
    let port: Substring
    if authority.first == "[" {
      guard let bracket = authority.firstIndex(of: "]") else { return false }
      host = authority[authority.index(after: authority.startIndex)..<bracket]
      port = authority[authority.index(after: bracket)...]
    } else {
      host = authority.prefix { $0 != ":" }
      port = authority.dropFirst(host.count)
    }
    guard !host.isEmpty else { return false }
    if port.isEmpty { return true }
    guard port.first == ":", let number = UInt16(port.dropFirst()) else { return false }
    return number > 0
  }
}
