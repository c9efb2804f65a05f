extension InputFileError: WordedError {
  var message: ErrorMessage {
    ErrorMessage("cannot read \(TerminalText.harmless(path)): \(reason.words)")
  }
}

extension InputFileError.Reason {
  /// What is wrong with the file.
  var words: String {
    switch self {
    case .missing: "there is no such file"
    case .isDirectory: "it is a directory"
    case .denied: "permission denied"
    case .tooLarge(let limit): "it is larger than \(Self.size(limit))"
    case .timedOut(let limit): "it was not complete within \(limit)"
    case .system(let error): "\(error)"
    }
  }

  private static func size(_ bytes: Int) -> String {
    switch bytes {
    case (1 << 20)...: "\(bytes >> 20) MiB"
    case (1 << 10)...: "\(bytes >> 10) KiB"
    default: "\(bytes) bytes"
    }
  }
}
