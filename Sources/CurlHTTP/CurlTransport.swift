/// The ``HTTPTransport`` that operators use: libcurl, on one thread of its own.
///
/// Connections are kept alive and there are never more of them than requests on their way.
/// Nothing is repeated that could change something: see ``send(_:)``.
public final class CurlTransport: HTTPTransport {
  private let engine: CurlEngine
  /// What those who send over this transport keep with it.
  public let store: TransportStore? = TransportStore()

  /// The transport's own thread, where no thread has to wake another for an answer.
  ///
  /// What still has it after ``shutdown()`` goes on elsewhere.
  public var executor: (any TaskExecutor)? { engine }

  /// Makes a transport; neither the thread nor a connection exists before they are needed.
  ///
  /// - Parameter configuration: Time-outs, limits, certificates and proxies.
  /// - Throws: ``TransportError`` when libcurl cannot be initialised.
  public init(configuration: CurlConfiguration = CurlConfiguration()) throws(TransportError) {
    engine = try CurlEngine(configuration: configuration)
  }

  deinit {
    engine.abandon()
  }

  /// What the transport has done so far.
  public var statistics: CurlStatistics { engine.statistics }

  /// Sends one request and waits for the whole answer.
  ///
  /// A server may close a kept-alive connection at the very moment a request is written to it.
  /// Nobody can tell then whether the request was carried out. GET and HEAD are repeated on a new
  /// connection; any other method fails with ``TransportError/Kind/emptyReply``, and so does a
  /// PUT or DELETE, whose repetition would turn a 200 into a 409 or a 204 into a 404.
  ///
  /// When the task is cancelled the request is given up at once, wherever it is.
  ///
  /// - Parameter request: What to send. The body of a HEAD is left out.
  /// - Returns: The status, the headers and the complete body.
  /// - Throws: ``TransportError`` when there is no complete answer.
  public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let transfer = CurlTransfer(request, configuration: engine.configuration)
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { engine.submit(transfer, resuming: $0) }
    } onCancel: {
      engine.cancel(transfer)
    }
    return try outcome.get()
  }

  /// Gives up the requests on their way, closes the connections and ends the thread.
  ///
  /// They and all later requests fail with ``TransportError/Kind/cancelled``. Dropping the last
  /// reference to an idle transport does the same without waiting for the thread's end.
  public func shutdown() {
    engine.shutDown()
  }
}
