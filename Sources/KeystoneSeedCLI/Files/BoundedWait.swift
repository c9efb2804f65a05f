/// How long a run waits for input from outside, and how it says so.
struct Patience: Sendable {
  /// As long as a password agent or a vault takes that is asked over a network.
  var limit = Duration.seconds(30)
  /// Told how long it has taken so far, after some seconds and then now and again.
  var say: @Sendable (_ elapsed: Duration) -> Void = { _ in }
}

extension CommandContext {
  /// The patience for a thing of that name, which standard error tells.
  func patience(for name: String) -> Patience {
    let patience = Patience()
    return Patience(limit: patience.limit) { elapsed in
      emit(
        "waiting for \(TerminalText.harmless(name)), \(elapsed.components.seconds) s of at most "
          + "\(patience.limit.components.seconds) s\n",
        to: .error
      )
    }
  }
}

/// A wait that has an end, and that is said while it lasts.
struct BoundedWait {
  /// A short wait is not mentioned.
  private static let firstNotice = Duration.seconds(3)

  private let patience: Patience
  private let now: () -> Duration
  private var nextNotice = Self.firstNotice

  init(_ patience: Patience, now: (() -> Duration)? = nil) {
    self.patience = patience
    let start = ContinuousClock.now
    self.now = now ?? { start.duration(to: .now) }
  }

  /// The time until there is something to be said or it is over; says what is due.
  ///
  /// - Returns: Nil once it is over.
  mutating func nextPause() -> Duration? {
    let elapsed = now()
    guard elapsed < patience.limit else { return nil }
    if elapsed >= nextNotice {
      patience.say(elapsed)
      nextNotice = elapsed + WaitingLine.longestSilence
    }
    return min(nextNotice, patience.limit) - elapsed
  }
}

extension Duration {
  /// Whole milliseconds as poll(2) takes them, rounded up.
  var pollMilliseconds: Int32 {
    let (seconds, attoseconds) = components
    return Int32(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1)
  }
}
