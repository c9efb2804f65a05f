import Glibc

/// A terminal that a person types a line into.
struct TerminalInput {
  static let standard = TerminalInput(descriptor: .standardInput)

  private static let longestLine = 4096
  private static let lineFeed = UInt8(ascii: "\n")

  let descriptor: Descriptor
  /// How a signal is sent to this process that the terminal does not send while the echo is off.
  var send: @Sendable (Int32) -> Void = Self.raise

  /// The terminal that this process belongs to, open until its end; nil where it belongs to none.
  static func controlling() -> TerminalInput? {
    let number = open("/dev/tty", O_RDWR | O_CLOEXEC)
    return number < 0 ? nil : TerminalInput(descriptor: Descriptor(number))
  }

  /// Reads one line without its end; nil at the end of the input.
  func readLine() throws(SystemError) -> String? {
    try readBytes(endingWith: [Self.lineFeed]).map(Self.text)
  }

  /// Reads one line that is not shown; nil at the end of the input.
  ///
  /// While the echo is off the terminal sends no signals: Ctrl-C would end the program and leave
  /// a shell in which nothing that is typed can be seen. It ends the line instead, and the signal
  /// is raised once the terminal is as it was. Ctrl-Z too: what was typed before it has to be typed
  /// again when the program goes on.
  func readHiddenLine() throws(SystemError) -> String? {
    while true {
      switch try readHiddenBytes() {
      case .line(let line): return line.map(Self.text)
      case .interrupted:
        send(SIGINT)
        return nil
      case .suspended:
        send(SIGTSTP)
        try descriptor.write(Array("again: ".utf8))
      }
    }
  }

  private enum Ending {
    case line([UInt8]?)
    case interrupted
    case suspended
  }

  private func readHiddenBytes() throws(SystemError) -> Ending {
    var original = termios()
    guard tcgetattr(descriptor.number, &original) == 0 else { throw .last }
    var silent = original
    silent.c_lflag &= ~tcflag_t(ECHO | ISIG)
    let (interrupt, suspension) = withUnsafeMutableBytes(of: &silent.c_cc) { characters in
      characters[Int(VEOL)] = characters[Int(VINTR)]
      characters[Int(VEOL2)] = characters[Int(VSUSP)]
      return (characters[Int(VINTR)], characters[Int(VSUSP)])
    }
    guard tcsetattr(descriptor.number, TCSAFLUSH, &silent) == 0 else { throw .last }
    defer { tcsetattr(descriptor.number, TCSAFLUSH, &original) }
    let line = try readBytes(endingWith: [Self.lineFeed, interrupt, suspension])
    return switch line?.last {
    case interrupt: .interrupted
    case suspension: .suspended
    default: .line(line)
    }
  }

  /// Raises the signal; a thread of Dispatch's, as this one may be, blocks it.
  @Sendable static func raise(_ signal: Int32) {
    var signals = sigset_t()
    var before = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, signal)
    pthread_sigmask(SIG_UNBLOCK, &signals, &before)
    Glibc.raise(signal)
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  /// Reads byte by byte, so that nothing is taken that belongs to the next reader.
  private func readBytes(endingWith ends: [UInt8]) throws(SystemError) -> [UInt8]? {
    var line: [UInt8] = []
    while line.count < Self.longestLine {
      let next = try descriptor.read(atMost: 1)
      if next.isEmpty { return line.isEmpty ? nil : line }
      line += next
      if ends.contains(next[0]) { break }
    }
    return line
  }

  private static func text(_ line: [UInt8]) -> String {
    String(decoding: line.last == lineFeed ? line.dropLast() : line[...], as: UTF8.self)
  }
}
