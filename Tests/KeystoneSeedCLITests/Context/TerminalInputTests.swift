import Glibc
import Synchronization
import Testing

@testable import KeystoneSeedCLI

@Suite struct TerminalInputTests {
  @Test func lineIsReadWithoutItsEnd() throws {
    let terminal = try PseudoTerminal()
    try terminal.type("first\nsecond\n")
    let input = TerminalInput(descriptor: terminal.program)
    #expect(try input.readLine() == "first")
    #expect(try input.readLine() == "second")
  }

  @Test func endOfInputIsNoLine() throws {
    let terminal = try PseudoTerminal()
    try terminal.type("\u{4}")
    #expect(try TerminalInput(descriptor: terminal.program).readLine() == nil)
  }

  @Test func hiddenLineIsNotShownAndTheEchoComesBack() async throws {
    let terminal = try PseudoTerminal()
    let program = terminal.program
    let answer = Background {
      try TerminalInput(descriptor: program).readHiddenLine()
    }
    // What is typed before the echo is off is discarded, so the typist has to look.
    while terminal.echoes { await Task.yield() }
    try terminal.type("s3cret\n")
    #expect(try await answer.value == "s3cret")
    #expect(terminal.echoes)
    try program.write(Array("done".utf8))
    #expect(try terminal.shown() == "done")
  }

  @Test func interruptedQuestionGivesTheEchoBackBeforeTheSignal() async throws {
    let terminal = try PseudoTerminal()
    let signals = Mutex<[Int32]>([])
    let echoed = Mutex(false)
    let input = TerminalInput(descriptor: terminal.program) { signal in
      echoed.withLock { $0 = terminal.echoes }
      signals.withLock { $0.append(signal) }
    }
    let answer = Background { try input.readHiddenLine() }
    while terminal.echoes { await Task.yield() }
    try terminal.type("s3cr\u{3}")
    #expect(try await answer.value == nil)
    #expect(signals.withLock { $0 } == [SIGINT])
    #expect(echoed.withLock { $0 })
  }

  @Test func suspendedQuestionGivesTheEchoBackAndIsAskedAgain() async throws {
    let terminal = try PseudoTerminal()
    let signals = Mutex<[Int32]>([])
    let input = TerminalInput(descriptor: terminal.program) { signal in
      signals.withLock { $0.append(signal) }
    }
    let answer = Background { try input.readHiddenLine() }
    while terminal.echoes { await Task.yield() }
    try terminal.type("half\u{1A}")
    while signals.withLock({ $0.isEmpty }) { await Task.yield() }
    #expect(try terminal.shown() == "again: ")
    while terminal.echoes { await Task.yield() }
    try terminal.type("s3cret\n")
    #expect(try await answer.value == "s3cret")
    #expect(signals.withLock { $0 } == [SIGTSTP])
    #expect(terminal.echoes)
  }

  /// Of a signal that ends nothing and that no other test sets an action for: those are the process's.
  @Test func signalComesThroughOnAThreadThatBlocksIt() async throws {
    let action = signal(SIGWINCH) { _ in hasCome.store(true, ordering: .relaxed) }
    defer { signal(SIGWINCH, action) }
    let isBlockedAgain = try await Background {
      // As on the threads that Swift's tasks run on.
      var (all, before) = (sigset_t(), sigset_t())
      sigfillset(&all)
      pthread_sigmask(SIG_SETMASK, &all, &before)
      defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
      TerminalInput.raise(SIGWINCH)
      return blocksSignal(SIGWINCH)
    }.value
    #expect(isBlockedAgain)
    let came = hasCome.load(ordering: .relaxed)
    #expect(came)
  }
}

/// Whether the signal came.
private let hasCome = Atomic(false)

/// A terminal whose keyboard and screen are the test's.
private final class PseudoTerminal: Sendable {
  let program: Descriptor
  private let person: Descriptor

  init() throws {
    let person = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    try #require(person >= 0)
    var number: Int32 = 0
    // TIOCSPTLCK and TIOCGPTN of <asm/ioctls.h>: unlock the other end, and ask for its number.
    try #require(ioctl(person, 0x4004_5431, &number) == 0)
    try #require(ioctl(person, 0x8004_5430, &number) == 0)
    let program = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    try #require(program >= 0)
    self.person = Descriptor(person)
    self.program = Descriptor(program)
  }

  deinit {
    program.close()
    person.close()
  }

  var echoes: Bool {
    var settings = termios()
    return tcgetattr(program.number, &settings) == 0 && settings.c_lflag & tcflag_t(ECHO) != 0
  }

  func type(_ keys: String) throws {
    try person.write(Array(keys.utf8))
  }

  func shown() throws -> String {
    String(decoding: try person.read(atMost: 1000), as: UTF8.self)
  }
}
