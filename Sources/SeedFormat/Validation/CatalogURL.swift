internal import Texts

/// A catalog URL cut where it has to be checked; the text itself is never rebuilt from the parts.
///
/// Templates count as ordinary characters.
struct CatalogURL {
  private let parts: URLParts

  var scheme: Substring { parts.scheme }
  var authority: Substring { parts.authority }
  var rest: Substring { parts.rest }
  var hasCredentials: Bool { parts.hasCredentials }

  /// Nil for a text with no `scheme://`.
  init?(_ text: String) {
    guard let parts = URLParts(text), Self.isScheme(parts.scheme) else { return nil }
    self.parts = parts
  }

  private static func isScheme(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, first.isASCIILetter else { return false }
    return text.utf8.allSatisfy { byte in
      byte.isASCIIAlphanumeric || "+-.".utf8.contains(byte)
    }
  }

  /// What is wrong with the host and the port, with the right text where it can be told.
  var hostProblem: (message: String, hint: String?)? {
    let host: Substring
    let port: Substring?
    if authority.hasPrefix("[") {
      guard let close = authority.firstIndex(of: "]") else {
        return ("the host's bracket is not closed", nil)
      }
      host = authority[..<close].dropFirst()
      let tail = authority[close...].dropFirst()
      guard tail.isEmpty || tail.hasPrefix(":") else {
        return ("only a port can follow the host's bracket", nil)
      }
      guard IPv6Address.isValid(host) else {
        return ("the brackets hold no IPv6 address", nil)
      }
      port = tail.isEmpty ? nil : tail.dropFirst()
    } else {
      let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count <= 2 else {
        return ("an IPv6 address needs brackets in a URL", bracketed.map { "write \($0)" })
      }
      host = parts[0]
      port = parts.count == 2 ? parts[1] : nil
    }
    guard !host.isEmpty else { return ("the URL has no host", nil) }
    return port.flatMap { Self.problem(ofPort: $0) }.map { ($0, nil) }
  }

  /// Whether a port is named.
  var hasPort: Bool { host.endIndex < authority.endIndex }

  /// The authority up to the colon before the port, the brackets of an IPv6 address included.
  var host: Substring {
    let afterAddress = authority.hasPrefix("[") ? authority.drop { $0 != "]" } : authority
    let colon = afterAddress.utf8.firstIndex(of: UInt8(ascii: ":"))
    return authority[..<(colon ?? authority.endIndex)]
  }

  /// What is wrong with a port; a template may stand for one.
  static func problem(ofPort port: Substring) -> String? {
    guard !port.isEmpty else { return "there is no port behind the colon" }
    guard !port.hasPrefix("$("), !port.hasPrefix("%(") else { return nil }
    let isNumber = port.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
    guard isNumber, let number = Int(port), (1...65535).contains(number) else {
      return "a port is a number from 1 to 65535"
    }
    return nil
  }

  /// The URL with its IPv6 address in brackets.
  ///
  /// `fd00::1:5000` is an address as it stands; four decimal digits at its end are meant for a port.
  private var bracketed: String? {
    guard !hasCredentials, let colon = authority.lastIndex(of: ":") else { return nil }
    let address = authority[..<colon]
    let port = authority[colon...].dropFirst()
    if port.utf8.count >= 4 || !IPv6Address.isValid(authority), Self.problem(ofPort: port) == nil,
      IPv6Address.isValid(address)
    {
      return "\(scheme)://[\(address)]:\(port)\(rest)"
    }
    return IPv6Address.isValid(authority) ? "\(scheme)://[\(authority)]\(rest)" : nil
  }
}
