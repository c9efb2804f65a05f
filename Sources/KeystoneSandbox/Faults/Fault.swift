/// Something that goes wrong on purpose: which requests, when, what, and how often.
///
/// ```swift
/// sandbox.faults.add(
///   Fault("POST", "/v2.0/users", nth: 2, when: .afterCommit, effect: .reset))
/// ```
public struct Fault: Sendable, Hashable {
  /// Before or after the request has had its effect on the store.
  public enum Moment: String, Sendable, Hashable, CaseIterable {
    /// The store never sees the request, except after a mere delay.
    case beforeCommit
    /// The store has carried the request out, and the client does not get to know.
    case afterCommit
  }

  /// What the client sees in place of the answer.
  public enum Effect: Sendable, Hashable {
    /// The true answer, that much later; before the commit, the commit is later too.
    case delay(milliseconds: Int)
    /// A reset connection (RST), without a byte of an answer.
    case reset
    /// A closed connection (FIN), without a byte of an answer.
    case close
    /// The true answer's head and that many bytes of its body, then a closed connection; of an
    /// answer without a body nothing is sent.
    case truncate(afterBytes: Int)
    /// Another status with a body of its own, as a front end would send it.
    case status(Int, contentType: String, body: String)
    /// 200 with these bytes.
    case body([UInt8], contentType: String)
    /// 200 and a JSON body that begins and never ends.
    case endlessBody
  }

  /// The method that it is about, in capitals, or nil for any.
  public var method: String?
  /// The path that it is about.
  public var path: PathGlob
  /// The first of the matching requests that it strikes, counted from 1.
  public var nth: Int
  /// How many matching requests in a row it strikes, or nil for all from then on.
  public var times: Int?
  /// Before or after the commit.
  public var moment: Moment
  /// What the client sees.
  public var effect: Effect

  /// Makes a fault that strikes the first matching request, once, unless told otherwise.
  public init(
    _ method: String? = nil,
    _ path: PathGlob = "*",
    nth: Int = 1,
    times: Int? = 1,
    when moment: Moment,
    effect: Effect
  ) {
    self.method = method
    self.path = path
    self.nth = nth
    self.times = times
    self.moment = moment
    self.effect = effect
  }
}
