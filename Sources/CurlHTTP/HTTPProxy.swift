import Texts

/// A proxy that a request went through, or was to go through.
public struct HTTPProxy: Hashable, Sendable {
  /// Its address, without credentials.
  public let address: String
  /// The environment variable that names it, such as `https_proxy`.
  public let variable: String
  /// The status with which it refused to open a tunnel, as TLS needs one; nil where it did not.
  public let refusedTunnel: Int?

  /// Makes one.
  public init(_ address: String, variable: String, refusedTunnel: Int? = nil) {
    self.address = PrintableText.message(address)
    self.variable = PrintableText.message(variable)
    self.refusedTunnel = refusedTunnel
  }

  /// The same where it answered a CONNECT with that status; 0 and 2xx are no refusal.
  func refusingTunnel(_ status: Int) -> HTTPProxy {
    HTTPProxy(address, variable: variable, refusedTunnel: status >= 300 ? status : nil)
  }
}
