import Glibc

/// The new files that a run which was killed has left beside their targets; one may hold a password.
enum Leftovers {
  private static let prefix = ".keystone-seed."
  /// A run that is alive holds a lock on its own; on a file system without locks, only age tells.
  private static let age = 60

  /// A name that no other run has chosen.
  static func newName() -> String {
    prefix + String(UInt64.random(in: .min ... .max), radix: 36)
  }

  /// Removes one's own that no process is writing any more.
  ///
  /// That is no reason to fail: the next write there sweeps again.
  static func sweep(_ directory: String) {
    let names = (try? FileList.names(in: directory, called: directory)) ?? []
    for name in names where isNew(name) { remove("\(directory)/\(name)") }
  }

  private static func isNew(_ name: String) -> Bool {
    let suffix = name.dropFirst(prefix.count)
    return name.hasPrefix(prefix) && (1...13).contains(suffix.utf8.count)
      && UInt64(suffix, radix: 36) != nil
  }

  private static func remove(_ path: String) {
    let number = open(path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard number >= 0 else { return }
    defer { close(number) }
    var status = stat()
    guard fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid(), status.st_nlink == 1,
      time(nil) - status.st_mtim.tv_sec >= age, flock(number, LOCK_EX | LOCK_NB) == 0
    else { return }
    unlink(path)
  }
}
