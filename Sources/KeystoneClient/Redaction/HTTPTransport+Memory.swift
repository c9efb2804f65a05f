extension HTTPTransport {
  /// The secrets that went over it, for all that is said on it later; nil keeps none.
  public var memory: SecretMemory? { store?.value { SecretMemory() } }
}
