import Glibc

/// A terminal that a person types a line into.
struct TerminalInput {
  static let standard = TerminalInput(descriptor: .standardInput)

  private static let longestLine = 4096
  private static let lineFeed = UInt8(ascii: "\n")

  let descriptor: Descriptor

  /// Reads one line without its end; nil at the end of the input.
  func readLine() throws(SystemError) -> String? {
    guard let line = try readBytes(endingWith: [Self.lineFeed]) else { return nil }
    return Self.text(of: line)
  }

  /// Reads one line that is not shown; nil at the end of the input.
  ///
  /// While the echo is off the terminal sends no signals: Ctrl-C would end the program and leave
  /// a shell in which nothing that is typed can be seen. It ends the line instead, and the signal
  /// is raised once the terminal is as it was.
  func readHiddenLine() throws(SystemError) -> String? {
    var original = termios()
    guard tcgetattr(descriptor.number, &original) == 0 else { throw .last }
    var silent = original
    silent.c_lflag &= ~tcflag_t(ECHO | ISIG)
    let interrupt = withUnsafeMutableBytes(of: &silent.c_cc) { characters in
      characters[Int(VEOL)] = characters[Int(VINTR)]
      return characters[Int(VINTR)]
    }
    guard tcsetattr(descriptor.number, TCSAFLUSH, &silent) == 0 else { throw .last }
    defer { tcsetattr(descriptor.number, TCSAFLUSH, &original) }
    guard let line = try readBytes(endingWith: [Self.lineFeed, interrupt]) else { return nil }
    if line.last == interrupt {
      tcsetattr(descriptor.number, TCSAFLUSH, &original)
      Self.interrupt()
      return nil
    }
    return Self.text(of: line)
  }

  /// Raises the signal; a thread of Dispatch's, as this one may be, blocks it.
  private static func interrupt() {
    var signals = sigset_t()
    var before = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &signals, &before)
    raise(SIGINT)
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

  private static func text(of line: [UInt8]) -> String {
    String(decoding: line.last == lineFeed ? line.dropLast() : line[...], as: UTF8.self)
  }
}
