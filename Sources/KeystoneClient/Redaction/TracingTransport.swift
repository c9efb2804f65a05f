/// A transport that shows what goes through another one, with secrets removed.
///
/// Tokens are masked in headers, paths and bodies, passwords and their hashes everywhere; what is
/// shown is safe to attach to a bug report as far as this can be known.
public struct TracingTransport: HTTPTransport {
  private let transport: any HTTPTransport
  /// The other transport's, or one of its own: what is shown needs its memory most.
  public let store: TransportStore?
  /// The other transport's.
  public var executor: (any TaskExecutor)? { transport.executor }
  private let emit: @Sendable (String) -> Void

  /// Wraps a transport.
  ///
  /// - Parameters:
  ///   - transport: What carries the requests.
  ///   - emit: Takes one request or one answer at a time, as lines without a line break at the
  ///     end; it may be called from many tasks at once.
  public init(_ transport: any HTTPTransport, emit: @escaping @Sendable (String) -> Void) {
    self.transport = transport
    store = transport.store ?? TransportStore()
    self.emit = emit
  }

  /// Sends the request through the other transport, and shows both it and what comes of it.
  public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let redaction = TraceRedaction(request, memory: memory)
    let line = "\(request.method.rawValue) \(redaction.url)"
    emit(trace("> ", line, headers: request.headers, body: request.body ?? [], redaction))
    do throws(TransportError) {
      let response = try await transport.send(request.withoutSink())
      let answer = "\(response.status) to \(line)"
      let answered = redaction.answered(by: response)
      emit(trace("< ", answer, headers: response.headers, body: response.body, answered))
      return response
    } catch {
      emit("< no answer to \(line): \(error.kind.rawValue) \(redaction.text(error.detail))")
      throw error
    }
  }

  private func trace(
    _ prefix: String,
    _ first: String,
    headers: [HTTPHeader],
    body: [UInt8],
    _ redaction: TraceRedaction
  ) -> String {
    var lines = [first]
    for header in headers { lines.append(redaction.line(for: header)) }
    if !body.isEmpty { lines.append(redaction.body(body)) }
    return lines.map { prefix + $0 }.joined(separator: "\n")
  }
}
