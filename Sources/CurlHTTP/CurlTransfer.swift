import CLibcurl
import Glibc

/// One request on its way through libcurl.
///
/// Unchecked: the engine's lock guards `isCancelled`. Everything else belongs to the task that
/// makes the transfer, until it is submitted, and to the engine's thread from then on.
final class CurlTransfer: @unchecked Sendable {
  typealias Outcome = Result<HTTPResponse, TransportError>
  typealias Continuation = CheckedContinuation<Outcome, Never>

  private var request: HTTPRequest
  private let configuration: CurlConfiguration
  var isCancelled = false
  var continuation: Continuation?
  let exchange: CurlExchange
  private var headerLines: CurlHeaderLines?

  init(_ request: HTTPRequest, configuration: CurlConfiguration) {
    self.request = request
    if request.method == .head { self.request.body = nil }
    self.configuration = configuration
    exchange = CurlExchange(
      maximumHeaderSize: configuration.maximumHeaderSize,
      maximumBodySize: configuration.maximumBodySize,
      maximumListSize: configuration.maximumListSize,
      isRepeatable: request.method == .get || request.method == .head,
      sink: request.sink
    )
  }

  /// Makes an easy handle, which has the transport's own options, ready to carry the request.
  func prepare(_ easy: UnsafeMutableRawPointer) throws(TransportError) {
    try request.validate()
    let lines = CurlHeaderLines(request)
    headerLines = lines
    var options = CurlOptions(easy)
    options.apply(request, lines, within: configuration)
    options.apply(exchange)
    guard options.failure == CURLE_OK else { throw TransportError(options.failure, exchange) }
  }

  /// What became of the request, once libcurl is done with it.
  func outcome(of easy: UnsafeMutableRawPointer, _ code: CURLcode) -> Outcome {
    guard code == CURLE_OK else {
      var tunnelStatus = 0
      clibcurl_get_long(easy, CURLINFO_HTTP_CONNECTCODE, &tunnelStatus)
      let error = TransportError(
        code,
        exchange,
        tunnelStatus: tunnelStatus,
        hasCertificate: configuration.clientCertificate != nil
      )
      return .failure(error)
    }
    guard exchange.isHeaderComplete else {
      let detail = "The connection closed within the headers of the answer"
      return .failure(TransportError(.connectionLost, detail: detail, proxy: exchange.proxy))
    }
    var status = 0
    clibcurl_get_long(easy, CURLINFO_RESPONSE_CODE, &status)
    let response = HTTPResponse(
      status: status,
      headers: headers(of: easy),
      body: exchange.body,
      proxyVariable: exchange.proxy?.variable
    )
    return .success(response)
  }

  /// Hands the outcome to the task that waits for it.
  func finish(_ outcome: Outcome) {
    continuation?.resume(returning: outcome)
    continuation = nil
  }

  /// The final answer's header lines; libcurl keeps those of a proxy and of a 1xx apart.
  private func headers(of easy: UnsafeMutableRawPointer) -> [HTTPHeader] {
    var headers: [HTTPHeader] = []
    headers.reserveCapacity(8)
    var last: UnsafeMutablePointer<curl_header>?
    while let next = curl_easy_nextheader(easy, UInt32(CURLH_HEADER), -1, last) {
      let value = UnsafeRawBufferPointer(
        start: next.pointee.value,
        count: strlen(next.pointee.value)
      )
      // An empty value is given as a lone carriage return by libcurl 7.88.
      let shown = value.last == 0x0D ? value.dropLast() : value[...]
      headers.append(
        HTTPHeader(String(cString: next.pointee.name), String(decoding: shown, as: UTF8.self))
      )
      last = next
    }
    return headers
  }
}
