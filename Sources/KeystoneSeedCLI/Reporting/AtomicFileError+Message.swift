extension AtomicFileError: WordedError {
  var message: ErrorMessage {
    ErrorMessage("cannot write \(TerminalText.harmless(path)): \(words)")
  }

  private var words: String {
    switch reason {
    case .isLinkOfAnother: "it is a symbolic link that belongs to somebody else"
    case .isDirectory: "it is a directory"
    case .isNoFile: "it is not a regular file"
    case .system(let error): "\(error)"
    }
  }
}
