import Texts

/// The parts of an http address that decide where a request goes.
///
/// Only what redirects and messages need: no re-encoding, and credentials in the address are
/// never kept.
struct WebAddress: Hashable {
  let scheme: String
  /// In lower case; an IPv6 address in its brackets.
  let host: String
  let port: Int
  /// From the first `/` on, query included; may be empty.
  let target: String

  /// Takes an absolute http or https address apart, or gives nil.
  init?(_ text: String) {
    guard let parts = URLParts(text) else { return nil }
    let scheme = parts.scheme.lowercased()
    guard scheme == "http" || scheme == "https" else { return nil }
    let hostAndPort = parts.hostAndPort.utf8
    let portStart = hostAndPort.lastIndex(of: UInt8(ascii: ":")).flatMap {
      hostAndPort[$0...].contains(UInt8(ascii: "]")) ? nil : $0
    }
    host = String(Substring(hostAndPort[..<(portStart ?? hostAndPort.endIndex)])).lowercased()
    let digits = portStart.map { Substring(hostAndPort[$0...].dropFirst()) } ?? ""
    let standard = scheme == "https" ? 443 : 80
    guard !host.isEmpty, let port = digits.isEmpty ? standard : Int(digits) else { return nil }
    self.scheme = scheme
    self.port = port
    target = String(Substring(parts.rest.utf8.prefix { $0 != UInt8(ascii: "#") }))
  }

  /// The server without a path, such as `http://10.1.0.10:35357`.
  var origin: String {
    port == (scheme == "https" ? 443 : 80) ? "\(scheme)://\(host)" : "\(scheme)://\(host):\(port)"
  }

  /// The whole address.
  var text: String { origin + target }

  /// Where a `Location` header of an answer to this address points (RFC 3986, section 5.2).
  ///
  /// Nowhere, where it holds what no URL may: blanks, control characters, anything but ASCII.
  func resolving(_ location: String) -> WebAddress? {
    guard location.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    if location.hasPrefix("//") { return WebAddress("\(scheme):\(location)") }
    if location.hasPrefix("/") { return WebAddress(origin + location) }
    if let address = WebAddress(location) { return address }
    guard !location.isEmpty, !location.prefix(while: { !"/?#".contains($0) }).contains(":") else {
      return nil
    }
    let path = target.prefix { $0 != "?" }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    return WebAddress(origin + folder + location)
  }
}
