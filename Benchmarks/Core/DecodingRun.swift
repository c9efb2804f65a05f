import KeystoneClient
import Texts

/// A long list of users as a server sends it, read by the client.
struct DecodingRun {
  let cloud: Cloud

  func run() async throws {
    let body = Array(cloud.userList.utf8)
    let client = KeystoneClient(
      endpoint: "http://127.0.0.1:35357/v2.0",
      authentication: .token(Secret("token")),
      transport: Canned(body: body)
    )
    var lines = Lines()
    lines.start()
    let users = try await client.users()
    lines.end("json", objects: users.count)
    Lines.writePeak()
  }

  /// Answers everything with the same list, at no cost.
  private struct Canned: HTTPTransport {
    let body: [UInt8]

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
      HTTPResponse(status: 200, body: body)
    }
  }
}
