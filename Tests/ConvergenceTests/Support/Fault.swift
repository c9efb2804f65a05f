import Convergence

/// What goes wrong with some of a backend's calls.
struct Fault: Sendable {
  enum Effect: Sendable {
    /// The call is not carried out, and says so.
    case refuse(BackendFailure)
    /// The call is carried out, and its answer is lost.
    case loseAnswer(BackendFailure)
    /// The call is answered by a node on which the tables are like that.
    case lag(@Sendable (inout KeystoneTables) -> Void)
    /// Another writer comes first.
    case precede(@Sendable (inout KeystoneTables) -> Void)
    /// Another writer comes right after.
    case follow(@Sendable (inout KeystoneTables) -> Void)
  }

  let effect: Effect
  /// Which of the calls that match it happens to, the first being 1.
  let range: ClosedRange<Int>
  let matches: @Sendable (BackendCall) -> Bool

  /// A fault of the calls that a test spells out.
  init(_ effect: Effect, of call: String, _ range: ClosedRange<Int> = 1...1) {
    self.init(effect, range) { $0.description == call }
  }

  init(
    _ effect: Effect,
    _ range: ClosedRange<Int> = 1...1,
    where matches: @escaping @Sendable (BackendCall) -> Bool
  ) {
    self.effect = effect
    self.range = range
    self.matches = matches
  }

  /// The end of a run that is killed after that many writes: nothing more gets through.
  static func killed(afterWrites count: Int) -> Fault {
    Fault(.refuse(.transport(.connectionFailed)), (count + 1)...Int.max, where: \.isWrite)
  }
}
