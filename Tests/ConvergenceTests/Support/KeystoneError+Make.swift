import KeystoneClient

extension KeystoneError {
  /// Keystone's own answer with that status.
  static func keystone(_ status: Int, _ message: String = "") -> KeystoneError {
    KeystoneError(.refused(Refusal(status: status, message: message)))
  }

  /// An HTML page with that status, as a proxy sends it.
  static func proxy(_ status: Int) -> KeystoneError {
    KeystoneError(.refused(Refusal(status: status, speaker: .html)))
  }

  static func transport(_ kind: TransportError.Kind) -> KeystoneError {
    KeystoneError(.transport(TransportError(kind)))
  }
}
