import KeystoneClient

/// Answers as a Keystone without v2.0 does: what it serves, and a web server's 404 for the rest.
struct NewKeystone: HTTPTransport {
  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let isRoot = request.url.split(separator: "/").count == 2
    guard isRoot else {
      return HTTPResponse(
        status: 404,
        headers: [HTTPHeader("Content-Type", "text/html")],
        body: Array("<html></html>".utf8)
      )
    }
    return HTTPResponse(
      status: 300,
      headers: [HTTPHeader("Content-Type", "application/json")],
      body: Array(#"{"versions": {"values": [{"id": "v3.14", "status": "stable"}]}}"#.utf8)
    )
  }
}
