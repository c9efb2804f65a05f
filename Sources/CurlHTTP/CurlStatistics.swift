/// What a ``CurlTransport`` has done so far.
public struct CurlStatistics: Sendable, Hashable {
  /// How many requests went out, those included whose answer never came.
  public var requestsSent = 0
  /// How many connections were opened for them.
  public var connectionsOpened = 0

  /// Makes the statistics of a transport that has done nothing yet.
  public init() {}
}
