extension HTTPResponse: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The status and how long the body is, which holds a token where it answers a login.
  public var description: String { "\(status) with \(body.count) bytes" }
  /// The same as the description.
  public var debugDescription: String { description }
  /// A mirror without children, so that `dump` shows what the description does.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
