extension AtomicFileError: WordedError {
  var message: ErrorMessage {
    ErrorMessage("cannot write \(TerminalText.harmless(path)): \(words)")
  }

  private var words: String {
    switch reason {
    case .isLinkOfAnother: "it is a symbolic link that belongs to somebody else"
    case .isDanglingLink: "it is a symbolic link to a file that is not there"
    case .noDirectory: "there is no such directory"
    case .isDirectory: "it is a directory"
    case .isNoFile: "it is not a regular file"
    case .system(let error): "\(error)"
    }
  }
}
