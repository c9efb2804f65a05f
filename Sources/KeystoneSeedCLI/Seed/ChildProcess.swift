import Glibc

/// A program that runs without a shell and prints something for us.
///
/// Standard input is empty. Standard error and the terminal are ours: programs that keep passwords
/// ask for their own there, and say there what is wrong. What it starts ends with it, unless that
/// has made itself a session of its own and lost its parent, as an agent does that is to stay.
struct ChildProcess: ~Copyable {
  /// Why there is no output.
  enum Failure: Error, Hashable, Sendable {
    case notStarted(SystemError)
    case exited(status: Int32)
    case killed(signal: Int32)
    case timedOut(Duration)
    case tooMuchOutput(limit: Int)
    case unreadable(SystemError)
  }

  /// How often it is looked at whether the program has ended or been stopped.
  private static let look = Duration.milliseconds(50)

  private let id: pid_t
  private let output: Descriptor
  private let patience: Patience

  /// Starts the program, which is looked up in `PATH` unless its name holds a slash.
  ///
  /// - Parameters:
  ///   - command: The program and its arguments.
  ///   - environment: What it sees.
  ///   - directory: Where it works, and where a name with a slash begins; nil for where we do.
  ///   - patience: How long it may take.
  /// - Throws: ``Failure/notStarted(_:)``.
  init(
    _ command: [String],
    environment: [String: String],
    directory: String? = nil,
    patience: Patience = Patience()
  ) throws(Failure) {
    do throws(SystemError) {
      (id, output) = try ProcessGroups.start { () throws(SystemError) in
        try Self.spawn(command, environment, directory: directory)
      }
    } catch {
      throw .notStarted(error)
    }
    self.patience = patience
  }

  deinit {
    output.close()
  }

  /// How the program is.
  private enum State {
    case running
    case stopped(signal: Int32)
    /// With what waitpid(2) reports.
    case ended(status: Int32)

    var isEnded: Bool {
      if case .ended = self { true } else { false }
    }
  }

  /// All that the program prints, once it has ended well.
  consuming func standardOutput(limit: Int) throws(Failure) -> [UInt8] {
    var wait = BoundedWait(patience)
    var loan: TerminalLoan?
    var state = State.running
    let outcome: Result<[UInt8], Failure>
    do throws(Failure) {
      let bytes = try readToEnd(limit: limit, &wait, &state, &loan)
      outcome = .success(bytes)
    } catch {
      outcome = .failure(error)
    }
    let status = end(state)
    loan?.takeBack()
    let bytes = try outcome.get()
    try Self.check(status)
    return bytes
  }

  /// Reads until the program has ended, even if a child of it keeps the pipe open.
  private func readToEnd(
    limit: Int,
    _ wait: inout BoundedWait,
    _ state: inout State,
    _ loan: inout TerminalLoan?
  ) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var isOpen = true
    while true {
      // Asked first: what a program has printed before its end is in the pipe by then.
      look(at: &state, &loan)
      guard let pause = wait.nextPause() else { throw .timedOut(patience.limit) }
      let length = state.isEnded ? .zero : min(pause, Self.look)
      guard isOpen else {
        if state.isEnded { return bytes }
        _ = poll(nil, 0, min(length, .milliseconds(5)).pollMilliseconds)
        continue
      }
      guard try isReadable(within: length) else {
        if state.isEnded { return bytes }
        continue
      }
      let chunk = try read()
      bytes += chunk
      guard bytes.count <= limit else { throw .tooMuchOutput(limit: limit) }
      isOpen = !chunk.isEmpty
    }
  }

  private func isReadable(within length: Duration) throws(Failure) -> Bool {
    var request = pollfd(fd: output.number, events: Int16(POLLIN), revents: 0)
    let count = poll(&request, 1, length == .zero ? 0 : length.pollMilliseconds)
    if count < 0, errno != EINTR { throw .unreadable(.last) }
    return count > 0
  }

  private func read() throws(Failure) -> [UInt8] {
    do throws(SystemError) {
      return try output.read(atMost: 65_536)
    } catch {
      throw .unreadable(error)
    }
  }

  /// Takes note of an end or a stop, and lends the terminal to a program that asks for it.
  ///
  /// A group that is not the terminal's is stopped when it reads from it or changes its settings.
  private func look(at state: inout State, _ loan: inout TerminalLoan?) {
    guard !state.isEnded else { return }
    var status: Int32 = 0
    if waitpid(id, &status, WNOHANG | WUNTRACED) == id {
      let isStopped = status & 0xFF == 0x7F
      state = isStopped ? .stopped(signal: (status >> 8) & 0xFF) : .ended(status: status)
    }
    guard case .stopped(let signal) = state else { return }
    if signal == SIGTSTP, loan != nil {
      // Ctrl-Z was meant for all of us.
      loan?.takeBack()
      loan = nil
      kill(getpid(), SIGTSTP)
    }
    loan = loan ?? TerminalLoan(to: id)
    guard loan != nil else { return }
    kill(-id, SIGCONT)
    state = .running
  }

  /// Ends the program, if it has not ended, and all that it has left behind; gives its status.
  private func end(_ state: State) -> Int32 {
    ProcessGroups.remove(id)
    let descendants = Descendants()
    defer { descendants.deallocate() }
    if !state.isEnded { descendants.add(below: id) }
    kill(-id, SIGKILL)
    descendants.send(SIGKILL)
    if case .ended(let status) = state { return status }
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    return status
  }

  /// Reads the status as the macros of `<sys/wait.h>` do, which Swift does not see.
  private static func check(_ status: Int32) throws(Failure) {
    let signal = status & 0x7F
    guard signal == 0 else { throw .killed(signal: signal) }
    let exitStatus = (status >> 8) & 0xFF
    guard exitStatus == 0 else { throw .exited(status: exitStatus) }
  }
}
