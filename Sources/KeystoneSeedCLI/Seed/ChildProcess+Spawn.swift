import CProcess
import Glibc
import Synchronization

extension ChildProcess {
  /// Held from the making of a pipe to its marking: a program that another thread starts in
  /// between would inherit it, and keep it from ever ending.
  private static let spawning = Mutex<Void>(())

  /// Starts a program and hands over the end of the pipe to which it prints.
  ///
  /// It leads a process group of its own, in which its children are as well.
  static func spawn(
    _ command: [String],
    _ environment: [String: String],
    directory: String? = nil
  ) throws(SystemError) -> (id: pid_t, output: Descriptor) {
    try spawning.withLock { _ throws(SystemError) in
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { throw .last }
      let (output, input) = (Descriptor(ends[0]), Descriptor(ends[1]))
      defer { input.close() }
      do throws(SystemError) {
        for end in ends {
          guard fcntl(end, F_SETFD, FD_CLOEXEC) == 0 else { throw .last }
        }
        let id = try spawn(command, environment, directory, output: input)
        return (id, output)
      } catch {
        output.close()
        throw error
      }
    }
  }

  /// Starts a program.
  ///
  /// The signals that this process ignores or watches get their default action back: a program
  /// that inherits an ignored SIGPIPE does not notice that nobody reads on.
  private static func spawn(
    _ command: [String],
    _ environment: [String: String],
    _ directory: String?,
    output: Descriptor
  ) throws(SystemError) -> pid_t {
    guard let program = command.first else { throw SystemError(ENOENT) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.number, 1)
    if let directory { posix_spawn_file_actions_addchdir_np(&actions, directory) }

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags =
      Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETPGROUP)
    posix_spawnattr_setflags(&attributes, flags)

    var id: pid_t = 0
    let code = withCStrings(command) { arguments in
      withCStrings(environment.map { "\($0)=\($1)" }) { variables in
        posix_spawnp(&id, program, &actions, &attributes, arguments, variables)
      }
    }
    guard code == 0 else { throw SystemError(code) }
    return id
  }

  /// Lends texts as C takes them: pointers to them, and a null pointer at the end.
  private static func withCStrings<Result>(
    _ texts: [String],
    _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = texts.map { strdup($0) }
    defer { pointers.forEach { free($0) } }
    return body(pointers + [nil])
  }
}
