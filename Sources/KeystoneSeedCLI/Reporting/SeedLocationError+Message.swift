extension SeedLocationError: WordedError {
  var exitStatus: ExitStatus {
    switch self {
    case .notFound, .inputTwice: .usage
    case .emptyDirectory: .failure
    }
  }

  var message: ErrorMessage {
    switch self {
    case .notFound(let searched):
      ErrorMessage(
        "no seed is named and none is found",
        hints: [
          "Name one as an argument, - for standard input, or in KEYSTONE_SEED.",
          "Looked for \(searched.joined(separator: " and ")).",
        ]
      )
    case .inputTwice:
      ErrorMessage("standard input is named twice, and can be read once")
    case .emptyDirectory(let path):
      ErrorMessage(
        "the directory \(TerminalText.harmless(path)) holds no seed",
        hints: [
          "A seed's files there end in .yaml or .yml; those that begin with a dot do not count."
        ]
      )
    }
  }
}
