/// One request, apart from the socket that it came by.
struct SandboxRequest: Sendable {
  /// The applications that listen where it came in; where a route is in both, the first counts.
  let apps: [SandboxApp]
  /// The method as it was sent, in capitals.
  let method: String
  /// Path and query as they were sent.
  let target: String
  let headers: [(name: String, value: String)]
  let body: [UInt8]

  /// The value of the first header of that name, whatever its case.
  func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The path as it was sent, without the query.
  var path: String {
    String(target.prefix { $0 != "?" })
  }

  /// The path's parts with percent-encoding undone and empty ones left out, so that slashes at
  /// the end and double ones do not count: `GET /tenants/` lists all tenants.
  ///
  /// The whole path is decoded before it is taken apart, as WSGI has it, so `%2F` is a slash.
  var segments: [String] {
    let decoded = String(decoding: PercentEncoding.decoded(path), as: UTF8.self)
    return decoded.split(separator: "/").map(String.init)
  }

  /// The query's parameters in order, or nil when it is not UTF-8.
  var parameters: [(name: String, value: String)]? {
    guard let mark = target.firstIndex(of: "?") else { return [] }
    var parameters: [(name: String, value: String)] = []
    for pair in target[mark...].dropFirst().split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let texts = parts.map {
        String(
          validating: PercentEncoding.decoded($0.replacing("+", with: " ")),
          as: UTF8.self
        )
      }
      guard let name = texts[0], let value = texts.count > 1 ? texts[1] : "" else { return nil }
      parameters.append((name, value))
    }
    return parameters
  }

  /// The server's root URL as the client calls it, which a proxy may change to `https`.
  var root: String {
    let scheme = header("X-Forwarded-Proto") ?? "http"
    return "\(scheme)://\(header("Host") ?? "127.0.0.1")"
  }
}
