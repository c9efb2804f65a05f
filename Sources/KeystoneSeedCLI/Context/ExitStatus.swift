/// The exit status of the program.
///
/// A status of 2 is given by no failure, so that a script can tell "there is work to do" from
/// "something broke".
enum ExitStatus: Int32, Hashable, Sendable {
  /// Done, or nothing to do.
  case success = 0
  /// Something failed; standard error says what.
  case failure = 1
  /// `plan --detailed-exitcode` found changes pending, or `verify` found drift.
  case changesPending = 2
  /// The command line or the environment lacks something or contradicts itself; nothing was tried.
  case usage = 64
  /// Stopped by SIGINT: 128 and the signal's number, as a shell reports it.
  case interrupted = 130
  /// Stopped by SIGTERM.
  case terminated = 143
}
