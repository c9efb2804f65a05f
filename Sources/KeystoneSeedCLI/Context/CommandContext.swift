import Glibc
import KeystoneClient

/// What a command may touch of the world around it, so that a test can put its own in its place.
struct CommandContext: Sendable {
  /// Whether what is typed can be seen.
  enum Echo: Hashable, Sendable {
    case shown
    case hidden
  }

  var environment: Environment
  /// Where relative paths begin; absolute.
  var currentDirectory: String
  var terminal: Terminal
  var console: Console

  /// Whether `--no-color` was given.
  var withoutColor = false

  /// Whether `--wait` was given.
  var hasWaited = false

  /// Reads standard input to its end, or one byte more than the limit.
  var readInput: @Sendable (_ limit: Int) throws(SystemError) -> [UInt8]

  /// The kind of standard input; nil where it is unknown.
  var inputStatus: @Sendable () -> stat? = { nil }

  /// Reads one line from the terminal; nil when the input has ended.
  var readLine: @Sendable (_ echo: Echo) throws(SystemError) -> String?

  /// Reads one line from the terminal that the process belongs to, whatever standard input is; nil
  /// where it belongs to none.
  var makeTerminalReader:
    @Sendable () -> (@Sendable (_ echo: Echo) throws(SystemError) -> String?)? =
      { nil }

  /// What waiting is measured with.
  var clock: any Clock<Duration>

  /// The time of day, in seconds since 1970.
  var unixTime: @Sendable () -> Int = { time(nil) }

  /// Gives the reader of standard output time, so that a question comes after it on the screen.
  var letOutputBeRead: @Sendable () -> Void = {}

  /// Waits by the clock on the wall, whatever ``clock`` says: for what is said while others wait.
  var rest: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

  /// Makes what carries requests.
  var makeTransport: @Sendable (CurlConfiguration) throws(TransportError) -> any HTTPTransport = {
    configuration throws(TransportError) in
    try CurlTransport(configuration: configuration)
  }

  /// Has Ctrl-C and SIGTERM say that nothing was changed, until they are listened to; for commands that read a
  /// Keystone before they write, or never do.
  var sayWhatEndsIt: @Sendable () -> Void = {}

  /// Begins to listen for Ctrl-C and SIGTERM; for commands that write.
  var makeInterrupt: @Sendable () async -> Interrupt
}

extension CommandContext {
  /// Writes a result to standard output, or the text to another stream, as it is.
  func emit(_ text: String, to stream: Console.Stream = .output) {
    console.emit(text, to: stream)
  }

  /// Writes a warning to standard error.
  func warn(_ text: String) {
    emit("\(style(for: .error).paint("warning:", .yellow)) \(text)\n", to: .error)
  }

  /// Writes an error to standard error, with what to do about it.
  func report(_ message: ErrorMessage) {
    var message = message
    if hasWaited { message.hints.removeAll { $0 == TransportError.Kind.waitHint } }
    emit(message.rendered(style(for: .error)), to: .error)
  }

  /// How to dress text on that stream.
  func style(for stream: Console.Stream) -> Style {
    let isDumb = environment["TERM"] == "dumb"
    let isRefused = withoutColor || environment["NO_COLOR"] != nil || isDumb
    return Style(isColored: terminal.shows(stream) && !isRefused)
  }

  /// How many columns there are to lay results out in; nil where no terminal shows them.
  var outputWidth: Int? { terminal.shows(.output) ? terminal.width : nil }

  /// The path from the root, without regard to what is there.
  func absolutePath(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(currentDirectory)/\(path)"
  }
}
