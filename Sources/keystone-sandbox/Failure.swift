import KeystoneSandbox

/// What ends the program with one line on standard error and exit status 1.
struct Failure: Error, Equatable, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }

  /// The words for what the library reports.
  init(_ error: SandboxError) {
    switch error {
    case .portUnavailable(let port, let reason):
      self.init("cannot listen on 127.0.0.1:\(port): \(reason)")
    case .unknownService(let id):
      self.init("there is no service \(id)")
    case .refused(let words):
      self.init(words)
    }
  }
}
