import Texts

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
    /// It goes on after the version, as the address of an object does.
    case pathAfterVersion
  }

  /// The URL as text, which no URL type ever touches.
  let text: String

  init(_ raw: String) throws(Problem) {
    guard let parts = URLParts(raw), ["http", "https"].contains(parts.scheme.lowercased())
    else { throw .scheme }
    // What stands behind a backslash is a path to some, and refused below.
    let authority = parts.authority.prefix { $0 != "\\" }
    guard !authority.contains("@") else { throw .credentials }
    guard raw.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !Self.forbidden.contains($0) })
    else { throw .character }
    guard Self.isHost(authority) else { throw .host }

    var path = parts.rest.split(separator: "/", omittingEmptySubsequences: false)
    // Before the path's first slash there is nothing.
    while path.count > 1, path.last == "" { path.removeLast() }
    if path.contains(where: Self.isVersion3) {
      let isAddressOfLogin = path.suffix(2) == ["auth", "tokens"]
      if let last = path.last, Self.isVersion3(last) || isAddressOfLogin { throw .version3 }
    }
    // What people copy from a log or from another tool: the address of the login, the version twice
    // or by its short name.
    if path.last == "tokens", Self.isVersion2(path.dropLast().last ?? "") { path.removeLast() }
    while Self.isVersion2(path.last ?? "") { path.removeLast() }
    guard !path.contains(where: { $0 == "v2.0" }) else { throw .pathAfterVersion }
    text = "\(parts.scheme)://\(authority)" + path.joined(separator: "/") + "/v2.0"
  }

  private static func isVersion2(_ segment: Substring) -> Bool {
    ["v2.0", "v2"].contains(segment.lowercased())
  }

  private static func isVersion3(_ segment: Substring) -> Bool { segment.lowercased() == "v3" }

  private static let forbidden = Set("?#\\\"<>".utf8)

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

extension KeystoneURL {
  /// Whether TLS is spoken there.
  var isSecure: Bool { text.lowercased().hasPrefix("https://") }

  /// Whether two addresses are of one Keystone, as far as they say: the same host, port and path.
  ///
  /// The public API and the admin one differ by their ports, 5000 and 35357.
  static func areOfOneKeystone(_ first: String, _ second: String) -> Bool {
    do throws(Problem) {
      let (first, second) = (try KeystoneURL(first), try KeystoneURL(second))
      return first.comparable.utf8.elementsEqual(second.comparable.utf8)
    } catch {
      return first.utf8.elementsEqual(second.utf8)
    }
  }

  /// The address with its host in lower case and one port for both APIs.
  private var comparable: String {
    let scheme = isSecure ? "https://" : "http://"
    let rest = text.dropFirst(scheme.count)
    var authority = rest.prefix { $0 != "/" }.lowercased()
    let path = rest.dropFirst(authority.count)
    let standard = isSecure ? ":443" : ":80"
    if authority.hasSuffix(standard) { authority.removeLast(standard.count) }
    if authority.hasSuffix(":35357") { authority = authority.dropLast("35357".count) + "5000" }
    return scheme + authority + path
  }
}
