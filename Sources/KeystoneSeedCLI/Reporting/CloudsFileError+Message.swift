extension CloudsFileError: WordedError {
  var exitStatus: ExitStatus { .usage }

  var message: ErrorMessage {
    switch self {
    case .missingFile(let cloud, let searched):
      ErrorMessage(
        "cloud \(TerminalText.harmless(cloud)) is asked for, and there is no clouds.yaml",
        hints: ["Looked for \(Self.list(searched))."]
      )
    case .missingEntry(let cloud, let path, let names):
      ErrorMessage(
        "\(TerminalText.harmless(path)) has no cloud \(TerminalText.harmless(cloud))",
        hints: [names.isEmpty ? "It has none at all." : "It has \(Self.list(names))."]
      )
    }
  }

  private static func list(_ texts: [String]) -> String {
    texts.map(TerminalText.harmless).joined(separator: ", ")
  }
}
