import Glibc

/// The terminal in the hands of a program that we have started, for as long as it asks there.
///
/// One program at a time: another that asks is stopped until the terminal is ours again.
struct TerminalLoan {
  private let terminal: Descriptor
  private let settings: termios

  /// Lends it; nil where there is none, or it is not ours to lend.
  ///
  /// - Parameter group: The process group that may read from it.
  init?(to group: pid_t) {
    let number = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard number >= 0 else { return nil }
    terminal = Descriptor(number)
    var settings = termios()
    guard tcgetpgrp(number) == getpgrp(), tcgetattr(number, &settings) == 0,
      Self.give(terminal, to: group)
    else {
      terminal.close()
      return nil
    }
    self.settings = settings
  }

  /// Makes it ours again, and as it was: whoever was ended at a prompt has left the echo off.
  func takeBack() {
    _ = Self.give(terminal, to: getpgrp())
    var settings = settings
    tcsetattr(terminal.number, TCSADRAIN, &settings)
    terminal.close()
  }

  /// A group that does not have the terminal is stopped when it hands it over, unless it blocks that.
  private static func give(_ terminal: Descriptor, to group: pid_t) -> Bool {
    var (stop, before) = (sigset_t(), sigset_t())
    sigemptyset(&stop)
    sigaddset(&stop, SIGTTOU)
    pthread_sigmask(SIG_BLOCK, &stop, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    return tcsetpgrp(terminal.number, group) == 0
  }
}
