import IdentityModel

extension SecretErrors: WordedError {
  var message: ErrorMessage {
    let lines = errors.sorted { $0.key < $1.key }.map { user, error in
      "user \(TerminalText.harmless(user.description)): \(error.words)"
    }
    return ErrorMessage(
      errors.count == 1
        ? "a password could not be read"
        : "\(errors.count) passwords could not be read",
      hints: lines
    )
  }
}

extension SecretError {
  /// The source by its name, and what is wrong with what it gave.
  var words: String {
    "\(source.words) \(reason.words)"
  }
}

extension SecretError.Source {
  var words: String {
    switch self {
    case .literal: "the password in the seed"
    case .environment(let name): "the environment variable \(TerminalText.harmless(name))"
    case .file(let path): "the file \(TerminalText.harmless(path))"
    case .command(let program): "the command \(TerminalText.harmless(program))"
    }
  }
}

extension SecretError.Reason {
  fileprivate var words: String {
    switch self {
    case .empty: "is empty"
    case .holdsNUL: "holds a NUL byte"
    case .invalidUTF8: "is not UTF-8"
    case .severalLines: "has more than one line"
    case .unset: "is not set"
    case .file(let reason): "cannot be read: \(reason.words)"
    case .command(let failure): failure.words
    }
  }
}

extension ChildProcess.Failure {
  fileprivate var words: String {
    switch self {
    case .notStarted(let error): "cannot be started: \(error)"
    case .exited(let status): "failed with status \(status)"
    case .killed(let signal): "was ended by signal \(signal)"
    case .timedOut(let duration): "did not end within \(duration)"
    case .tooMuchOutput: "prints more than a password"
    case .unreadable(let error): "cannot be read from: \(error)"
    }
  }
}
