/// Why a file could not be written.
struct AtomicFileError: Error, Hashable, Sendable {
  enum Reason: Hashable, Sendable {
    /// A symbolic link that belongs to somebody else.
    case isLinkOfAnother
    /// A symbolic link to nothing.
    case isDanglingLink
    case isDirectory
    /// There is no such directory for it to be in.
    case noDirectory
    /// A device, a pipe or a socket.
    case isNoFile
    case system(SystemError)
  }

  let path: String
  let reason: Reason

  init(path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }
}
