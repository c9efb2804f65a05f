extension HTTPRequest {
  /// The server that it goes to, as a ``RequestSummary`` names it; nil where the URL has none.
  package var server: String? { knownServer ?? WebAddress(url)?.origin }
}
