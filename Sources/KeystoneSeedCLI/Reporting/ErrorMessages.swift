import KeystoneClient

/// The messages of errors that only make sense together with the request that met them.
///
/// An error that speaks for itself is a ``WordedError`` instead.
enum ErrorMessages {
  /// Says why a request got no complete answer.
  ///
  /// - Parameters:
  ///   - error: What the transport reports.
  ///   - method: The request's method.
  ///   - url: The request's URL.
  /// - Returns: What happened to which request, and what to do next.
  static func message(
    for error: TransportError,
    method: HTTPRequest.Method,
    url: String
  ) -> ErrorMessage {
    let url = ShownURL(url)
    let proxy = error.proxy.map { " through the proxy \(TerminalText.harmless($0.address))" } ?? ""
    let detail = error.detail.isEmpty ? "" : " (\(TerminalText.harmless(error.detail)))"
    var hints = error.hints(for: url.origin)
    // A login changes nothing that anybody would look for.
    let isLogin = method == .post && url.text.hasSuffix("/tokens")
    if method.writes, !isLogin, !error.isBeforeSending {
      hints.append("It may have been carried out. Run again to find out and go on.")
    }
    return ErrorMessage(
      "\(method.rawValue) \(url.text)\(proxy): \(error.words)\(detail)",
      hints: hints
    )
  }
}

extension HTTPRequest.Method {
  fileprivate var writes: Bool {
    switch self {
    case .get, .head: false
    case .post, .put, .patch, .delete: true
    }
  }
}
