/// Why a file could not be read.
struct InputFileError: Error, Hashable, Sendable {
  enum Reason: Error, Hashable, Sendable {
    case missing
    case isDirectory
    case denied
    case tooLarge(limit: Int)
    /// A pipe or a device that did not come to its end.
    case timedOut(Duration)
    case system(SystemError)
  }

  let path: String
  let reason: Reason

  init(path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }
}
