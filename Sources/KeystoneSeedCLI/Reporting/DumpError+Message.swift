extension DumpError: WordedError {
  var message: ErrorMessage {
    switch self {
    case .nothingToSay(let address):
      ErrorMessage(
        "the Keystone at \(TerminalText.harmless(address)) holds nothing that a seed can declare",
        hints: ["Write a seed instead: Seeds/minimal.yaml is the smallest one."]
      )
    }
  }
}
