import KeystoneSandbox

/// One way in which a request that writes can fail.
enum WriteFailure: String, CaseIterable, Sendable {
  /// The connection is closed without an answer.
  case drop
  /// The connection is reset.
  case reset
  /// The answer breaks off.
  case truncate
  /// Keystone says that it failed, as of two transactions in each other's way.
  case status500 = "status 500"
  /// A load balancer answers in place of a Keystone that is not there.
  case status503 = "status 503"
  /// Keystone dies: nothing is answered for a while.
  case kill

  var effect: Fault.Effect {
    switch self {
    case .drop, .kill: .close
    case .reset: .reset
    case .truncate: .truncate(afterBytes: 9)
    case .status500:
      .status(
        500,
        contentType: "application/json",
        body: """
          {"error": {"code": 500, "title": "Internal Server Error", "message": "An unexpected error \
          prevented the server from fulfilling your request."}}
          """
      )
    case .status503: .status(503, contentType: "text/html", body: "<h1>503</h1>")
    }
  }

  /// How many requests of any kind after that one are not answered either.
  var aftermath: Int {
    switch self {
    case .kill: 12
    case .drop, .reset, .truncate, .status500, .status503: 0
    }
  }
}
