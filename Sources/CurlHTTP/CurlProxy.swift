import CLibcurl
import Glibc

/// Which proxy libcurl found in the environment, learnt from what it says.
///
/// Choosing one, `no_proxy` and all, is libcurl's work; but only newer releases than Debian's can
/// be asked about it (`CURLINFO_USED_PROXY`, 8.7). They all tell it in their verbose messages.
enum CurlProxy {
  /// Whether libcurl could find a proxy at all; without one there is no need to listen.
  static var mayBeInEnvironment: Bool {
    let names = ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
    return names.contains { getenv($0) != nil }
  }

  private static let prefix = "Uses proxy env variable "

  /// The variable that a message says the proxy is from.
  private static func variable(in message: String) -> String? {
    guard message.hasPrefix(prefix) else { return nil }
    let name = message.dropFirst(prefix.count).prefix { $0 == "_" || $0.isASCII && $0.isLetter }
    return name.isEmpty ? nil : String(name)
  }

  /// The proxy that a message names, or nil when it is about something else.
  static func named(in message: String) -> HTTPProxy? {
    guard message.hasPrefix(prefix) else { return nil }
    let parts = message.dropFirst(prefix.count).split(
      separator: "'",
      omittingEmptySubsequences: false
    )
    guard parts.count >= 3, let variable = variable(in: message),
      !variable.lowercased().hasPrefix("no_proxy")
    else { return nil }
    return HTTPProxy(
      URLUserInfo.removed(from: parts[1..<(parts.count - 1)].joined(separator: "'")),
      variable: variable
    )
  }
}
