import Foundation
import Glibc

/// A program beside the tests, by its name in PATH.
///
/// Not Foundation's `Process`: of more open files than it has room for, as many tests have together, it
/// reads past the end of their list, and the tests with it.
struct SpawnedProcess {
  struct Failure: Error {
    let code: Int32
  }

  /// Becomes the program, without the listening sockets of other tests: it would keep their ports taken.
  private static let lettingGo = """
    for file in /proc/self/fd/*; do
      number=${file##*/}
      ((number < 3)) || eval "exec $number>&-"
    done
    exec "$@"
    """

  let id: pid_t

  /// Starts it, with no input, no standard error and no other open file.
  ///
  /// - Parameters:
  ///   - command: The program and its arguments.
  ///   - output: Where its standard output goes; nil for nowhere.
  /// - Throws: ``Failure`` when there is no bash; a program that is not there exits with 127.
  init(_ command: [String], output: FileHandle? = nil) throws(Failure) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    if let output {
      posix_spawn_file_actions_adddup2(&actions, output.fileDescriptor, 1)
    } else {
      posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    }
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)

    var arguments = (["bash", "-c", Self.lettingGo, "bash"] + command).map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var id: pid_t = 0
    let code = posix_spawnp(&id, "bash", &actions, nil, &arguments, environ)
    guard code == 0 else { throw Failure(code: code) }
    self.id = id
  }

  /// Waits for its end.
  ///
  /// - Returns: What it exited with; nil where a signal ended it.
  func wait() -> Int32? {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    return status & 0x7f == 0 ? (status >> 8) & 0xff : nil
  }
}
