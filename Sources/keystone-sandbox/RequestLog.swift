import Glibc

/// A file that requests are appended to, a line each.
struct RequestLog: Sendable {
  private let descriptor: CInt

  init(path: String) throws {
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Failure("cannot write \(path): \(String(cString: strerror(errno)))")
    }
  }

  /// Appends a line in one piece; a full disk ends the record, not the server.
  func append(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(descriptor, bytes, bytes.count)
  }
}
