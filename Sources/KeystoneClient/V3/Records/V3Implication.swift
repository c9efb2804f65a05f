/// That whoever has one role has another one too.
public struct V3Implication: Hashable, Sendable {
  /// The role that implies.
  public var priorID: String
  /// The role that comes with it.
  public var impliedID: String

  /// Makes a record.
  public init(priorID: String, impliedID: String) {
    self.priorID = priorID
    self.impliedID = impliedID
  }
}
