import FoundationEssentials
import KeystoneClient

/// One answer with its body read as JSON.
struct Reply: Sendable {
  let response: HTTPResponse
  /// The body, or null if there is none or it is not JSON.
  let body: JSON

  init(_ response: HTTPResponse) {
    self.response = response
    do {
      body = try JSONDecoder().decode(JSON.self, from: Data(response.body))
    } catch {
      body = .null
    }
  }

  var status: Int { response.status }

  subscript(key: String) -> JSON { body[key] }
}
