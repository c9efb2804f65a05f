import Texts

/// One complete HTTP answer.
public struct HTTPResponse: Sendable {
  /// The status code of the final answer (never a 1xx).
  public var status: Int
  /// The header lines of the final answer, in the order received.
  public var headers: [HTTPHeader]
  /// The whole body, after content decoding; empty when there was none.
  public var body: [UInt8]
  /// The variable that names the proxy which the request went through, or nil.
  public var proxyVariable: String?

  /// Makes an answer.
  public init(
    status: Int,
    headers: [HTTPHeader] = [],
    body: [UInt8] = [],
    proxyVariable: String? = nil
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.proxyVariable = proxyVariable
  }

  /// The value of the first header of that name, whatever its case.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.hasSameLetters(as: name) }?.value
  }
}
