/// Why a source gives no password: the source by its name, never what it gave.
struct SecretError: Error, Hashable, Sendable {
  enum Source: Hashable, Sendable {
    case literal
    case environment(String)
    case file(String)
    /// The program alone: an argument may be what opens a vault.
    case command(String)
  }

  enum Reason: Hashable, Sendable {
    case empty
    case holdsNUL
    case invalidUTF8
    case severalLines
    /// The environment variable is not set.
    case unset
    case file(InputFileError.Reason)
    case command(ChildProcess.Failure)
  }

  let source: Source
  let reason: Reason

  init(_ source: Source, _ reason: Reason) {
    self.source = source
    self.reason = reason
  }
}
