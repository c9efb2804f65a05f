import KeystoneClient

extension HTTPResponse {
  /// A JSON answer of Keystone.
  static func json(_ status: Int, _ body: String, headers: [HTTPHeader] = []) -> HTTPResponse {
    HTTPResponse(
      status: status,
      headers: [HTTPHeader("Content-Type", "application/json")] + headers,
      body: Array(body.utf8)
    )
  }

  /// An answer of something in front of Keystone.
  static func html(_ status: Int, _ body: String = "<html><body>Oops</body></html>") -> HTTPResponse
  {
    HTTPResponse(
      status: status,
      headers: [HTTPHeader("content-type", "text/html; charset=utf-8")],
      body: Array(body.utf8)
    )
  }

  /// Keystone's error in its usual envelope.
  static func refusal(_ status: Int, _ title: String, _ message: String) -> HTTPResponse {
    .json(status, #"{"error":{"code":\#(status),"title":"\#(title)","message":"\#(message)"}}"#)
  }

  /// Keystone's 204.
  static let noContent = HTTPResponse(status: 204)

  /// Keystone's 401, the same for everything.
  static let unauthorized = HTTPResponse.refusal(
    401,
    "Unauthorized",
    "The request you have made requires authentication."
  )

  /// The public app's answer to a route of the admin API.
  static let unknownRoute = HTTPResponse.refusal(
    404,
    "Not Found",
    "(http://127.0.0.1:5000/v2.0/users): The resource could not be found."
  )
}
