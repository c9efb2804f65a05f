import KeystoneClient
import Texts

/// The address of a Keystone, checked and brought to one form.
///
/// It ends without a slash, so that a path can be appended; `OS_AUTH_URL` is often given without the
/// version.
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
    /// It goes on after the version, as the address of an object does.
    case pathAfterVersion
  }

  /// The URL without a version, as text, which no URL type ever touches.
  let root: String
  /// The version that it ends in.
  let version: IdentityVersion?

  /// The URL of the version that it ends in, or else of v2.0.
  var text: String { text(in: version ?? .v2) }

  /// The URL of that version.
  func text(in version: IdentityVersion) -> String { "\(root)/\(version.rawValue)" }

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
    // What people copy from a log or from another tool: the address of the login, the version twice
    // or by its short name.
    if path.last == "tokens" {
      let rest = path.dropLast()
      if rest.last == "auth", IdentityVersion(segment: rest.dropLast().last ?? "") == .v3 {
        path.removeLast(2)
      } else if IdentityVersion(segment: rest.last ?? "") == .v2 {
        path.removeLast()
      }
    }
    let version = IdentityVersion(segment: path.last ?? "")
    while version != nil, IdentityVersion(segment: path.last ?? "") == version { path.removeLast() }
    guard !path.contains(where: { IdentityVersion(rawValue: $0.lowercased()) != nil })
    else { throw .pathAfterVersion }
    root = "\(parts.scheme)://\(authority)" + path.joined(separator: "/")
    self.version = version
  }

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
  /// The address that a server names; nil where it is none that requests go to.
  init?(offered address: String) {
    do throws(Problem) {
      try self.init(address)
    } catch {
      return nil
    }
  }

  /// Whether TLS is spoken there.
  var isSecure: Bool { root.lowercased().hasPrefix("https://") }

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
    let rest = root.dropFirst(scheme.count)
    var authority = rest.prefix { $0 != "/" }.lowercased()
    let path = rest.dropFirst(authority.count)
    let standard = isSecure ? ":443" : ":80"
    if authority.hasSuffix(standard) { authority.removeLast(standard.count) }
    if authority.hasSuffix(":35357") { authority = authority.dropLast("35357".count) + "5000" }
    return scheme + authority + path
  }
}
