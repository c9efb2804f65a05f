import Glibc

/// Standard streams that were closed before the program began.
///
/// Whatever is opened next takes their numbers: a connection to Keystone, and a report would go
/// there. So the numbers are taken by what refuses to be used so.
enum ClosedStreams {
  /// Takes the numbers of the streams that are closed; to be called before anything else, since the
  /// runtime opens files of its own once it has tasks.
  static func fill() {
    for number in Int32(0)...2 where isClosed(number) {
      let blank = open("/dev/null", (number == 0 ? O_WRONLY : O_RDONLY) | O_CLOEXEC)
      guard blank >= 0, blank != number else { continue }
      dup2(blank, number)
      close(blank)
    }
  }

  /// Whether nothing is open under that number.
  static func isClosed(_ number: Int32) -> Bool {
    fcntl(number, F_GETFD) < 0 && errno == EBADF
  }
}
