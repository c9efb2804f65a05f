/// Takes in the body of an answer while it arrives, so that a long one is never held as a whole.
///
/// A transport may ignore it, and give the body with the answer as always.
public protocol HTTPBodySink: AnyObject, Sendable {
  /// Says, before the first bytes of a body, whether it takes that body in.
  ///
  /// - Parameters:
  ///   - status: The status of the answer.
  ///   - bytes: The first bytes, which ``receive(_:)`` is given as well.
  /// - Returns: False for one that is to come with the answer.
  func begin(status: Int, with bytes: UnsafeRawBufferPointer) -> Bool

  /// Takes in the next bytes of the body.
  func receive(_ bytes: UnsafeRawBufferPointer)
}
