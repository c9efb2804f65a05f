import Glibc

/// An error number of the operating system, with the system's own words for it.
struct SystemError: Error, Hashable, Sendable {
  let code: Int32

  init(_ code: Int32) {
    self.code = code
  }

  /// What the last call of the C library on this thread reported.
  static var last: SystemError { SystemError(errno) }
}

extension SystemError: CustomStringConvertible {
  var description: String {
    guard let text = strerror(code) else { return "error \(code)" }
    return String(cString: text)
  }
}
