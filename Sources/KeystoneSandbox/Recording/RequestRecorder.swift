import NIOConcurrencyHelpers

/// Keeps every request that a sandbox gets, and counts its connections.
public final class RequestRecorder: Sendable {
  private struct Records {
    var requests: [RecordedRequest] = []
    var sequence = 0
    var connections = 0
  }

  private let records = NIOLockedValueBox(Records())
  private let keepsRequests: Bool
  private let sink: (@Sendable (String) -> Void)?

  init(keepsRequests: Bool = true, sink: (@Sendable (String) -> Void)?) {
    self.keepsRequests = keepsRequests
    self.sink = sink
  }

  /// The requests since the start or the last reset, in the order in which they came in.
  public var requests: [RecordedRequest] {
    records.withLockedValue { $0.requests }
  }

  /// The number of connections that were ever accepted.
  public var connectionCount: Int {
    records.withLockedValue { $0.connections }
  }

  /// Forgets the requests so far; the numbers go on counting.
  public func reset() {
    records.withLockedValue { $0.requests.removeAll() }
  }

  func openConnection() -> Int {
    records.withLockedValue {
      $0.connections += 1
      return $0.connections
    }
  }

  func record(_ request: SandboxRequest, connection: Int) {
    let recorded = records.withLockedValue { records in
      records.sequence += 1
      let recorded = RecordedRequest(
        sequence: records.sequence,
        connection: connection,
        app: request.apps[0],
        method: request.method,
        target: request.target,
        headers: request.headers.map { RecordedRequest.Header(name: $0.name, value: $0.value) },
        body: String(decoding: request.body, as: UTF8.self)
      )
      if keepsRequests {
        records.requests.append(recorded)
      }
      return recorded
    }
    sink?(RequestRedaction.line(recorded))
  }
}
