extension HTTPRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The method and the URL, without credentials and without the token of a path below `/tokens`.
  ///
  /// A request holds passwords in its body and the token in a header: neither is shown, whoever
  /// asks. `TracingTransport` shows what can be.
  public var description: String { "\(method.rawValue) \(TraceRedaction(self).url)" }
  /// The same as the description.
  public var debugDescription: String { description }
  /// A mirror without children, so that `dump` shows what the description does.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
