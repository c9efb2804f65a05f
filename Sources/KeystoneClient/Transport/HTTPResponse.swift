/// One complete HTTP answer.
public struct HTTPResponse: Sendable {
  /// The status code of the final answer (never a 1xx).
  public var status: Int
  /// The header lines of the final answer, in the order received.
  public var headers: [HTTPHeader]
  /// The whole body, after content decoding; empty when there was none.
  public var body: [UInt8]

  /// Makes an answer.
  public init(status: Int, headers: [HTTPHeader] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The value of the first header of that name, whatever its case.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
