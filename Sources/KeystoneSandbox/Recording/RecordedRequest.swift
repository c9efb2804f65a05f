/// A request as it came in, secrets and all: for tests to look at, not for logs.
///
/// Its description and its mirror show the method and the path alone.
public struct RecordedRequest: Sendable {
  /// A header line.
  public struct Header: Sendable, Hashable {
    /// The name as it was sent.
    public let name: String
    /// The value as it was sent.
    public let value: String
  }

  /// Its place among all requests since the sandbox started, from 1.
  public let sequence: Int
  /// The connection that it came by, counted from 1.
  public let connection: Int
  /// The app that listens where it came in; the admin one where one port serves both.
  public let app: SandboxApp
  /// The method, in capitals.
  public let method: String
  /// The path and the query, as they were sent.
  public let target: String
  /// The header lines, in the order in which they were sent.
  public let headers: [Header]
  /// The body, read as UTF-8; empty if there was none.
  public let body: String

  /// The path without the query.
  public var path: String {
    String(target.prefix { $0 != "?" })
  }

  /// The value of the first header of that name, whatever its case.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

extension RecordedRequest: CustomStringConvertible, CustomReflectable {
  /// The method and the path, without what may be a token in it.
  public var description: String {
    "\(method) \(RequestRedaction.target(target))"
  }

  /// No children, so that nothing dumps a token.
  public var customMirror: Mirror {
    Mirror(self, children: [])
  }
}
