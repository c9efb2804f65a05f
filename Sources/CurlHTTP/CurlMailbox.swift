/// What other threads, and tasks on the engine's own, have for the engine's thread to do.
///
/// The thread is woken where it waits, or is about to: not where it finds the mail anyway.
struct CurlMailbox {
  /// What the thread takes out at a time.
  struct Mail {
    var submitted: [CurlTransfer] = []
    var cancelled: [CurlTransfer] = []
    /// What tasks go on with.
    var jobs: [UnownedJob] = []
    /// Whether this is the last.
    var isStopped = false

    var isEmpty: Bool { submitted.isEmpty && cancelled.isEmpty && jobs.isEmpty && !isStopped }
  }

  private var mail = Mail()
  /// What wakes the thread, from its start until it saw that it is stopped.
  var wakeUp: WakeUp?
  /// Whether the thread waits, or is about to.
  var isAsleep = false

  /// Whether somebody takes out what is put in.
  var isOpen: Bool { wakeUp != nil }

  /// Whether the thread is to end, or has.
  var isStopped: Bool { mail.isStopped }

  /// Puts something in.
  mutating func put(_ add: (inout Mail) -> Void) {
    add(&mail)
    guard isAsleep else { return }
    isAsleep = false
    wakeUp?.ring()
  }

  /// Has the thread end.
  mutating func stop() {
    put { $0.isStopped = true }
  }

  /// Takes everything out.
  mutating func empty() -> Mail {
    let taken = mail
    mail = Mail(isStopped: taken.isStopped)
    if taken.isStopped { wakeUp = nil }
    return taken
  }

  /// Has whoever puts something in wake the thread from now on.
  ///
  /// - Returns: Whether it may wait; not where something is there already.
  mutating func fallAsleep() -> Bool {
    isAsleep = mail.isEmpty
    return isAsleep
  }
}
