import Glibc

/// Has a run that has only read so far say so where Ctrl-C or SIGTERM ends it.
///
/// It ends of the signal all the same: a shell that runs a script goes by that.
enum EndingNotice {
  private static let signals = [SIGINT, SIGTERM]

  /// A signal handler: it takes no lock and no memory.
  private static let handler: @convention(c) (Int32) -> Void = { number in
    EndingNotice.say(number)
    signal(number, SIG_DFL)
    raise(number)
  }

  /// Says so from now on, until the signals are listened to; not of those that are ignored.
  static func begin() {
    for number in signals where action(of: number) == 0 { signal(number, handler) }
  }

  /// Whether nothing but this listens to a signal.
  static func isAlone(with number: Int32) -> Bool {
    action(of: number) == unsafeBitCast(handler, to: Int.self)
  }

  /// Says that a signal ends the run, where this has begun; a signal handler may call it.
  static func say(_ number: Int32) {
    let text = (number == SIGINT ? Interrupt.Signal.interrupt : .terminate).ending
    // Below the ^C that a terminal shows, and below a line of progress.
    if isatty(STDERR_FILENO) != 0 { write("\n") }
    write(text)
  }

  private static func write(_ text: StaticString) {
    _ = Glibc.write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
  }

  /// What a signal does, as a number: 0 what it does by itself.
  private static func action(of number: Int32) -> Int {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return 0 }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
  }
}
