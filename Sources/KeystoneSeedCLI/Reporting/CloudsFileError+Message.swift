extension CloudsFileError: WordedError {
  /// A file with mistakes in it is no mistake of the command's.
  var exitStatus: ExitStatus {
    switch self {
    case .mistakes: .failure
    case .missingFile, .missingNamedFile, .missingEntry, .unknownRegion: .usage
    }
  }

  var message: ErrorMessage {
    switch self {
    case .missingFile(let cloud, let searched):
      ErrorMessage(
        "cloud \(TerminalText.harmless(cloud)) is asked for, and there is no clouds.yaml",
        hints: ["Looked for \(Self.list(searched))."]
      )
    case .missingNamedFile(let variable, let path):
      ErrorMessage(
        "\(variable) names \(TerminalText.harmless(path)), and there is no such file",
        hints: ["Unset it to have the usual places looked at."]
      )
    case .missingEntry(let cloud, let path, let names):
      ErrorMessage(
        "\(TerminalText.harmless(path)) has no cloud \(TerminalText.harmless(cloud))",
        hints: [names.isEmpty ? "It has none at all." : "It has \(Self.list(names))."]
      )
    case .mistakes(let cloud, let lines):
      ErrorMessage(
        "the entry of the cloud \(TerminalText.harmless(cloud)) cannot be used",
        hints: lines.map(TerminalText.harmless)
      )
    case .unknownRegion(let region, let cloud, let known):
      ErrorMessage(
        """
        the cloud \(TerminalText.harmless(cloud)) has no region \(TerminalText.harmless(region))
        """,
        hints: ["It has \(Self.list(known))."]
      )
    }
  }

  private static func list(_ texts: [String]) -> String {
    texts.map(TerminalText.harmless).joined(separator: ", ")
  }
}

extension UnreadableClouds: WordedError {
  var message: ErrorMessage {
    ErrorMessage(
      "\(TerminalText.harmless(String(path.split(separator: "/").last ?? ""))) cannot be read",
      hints: lines.map { TerminalText.harmless($0) }
    )
  }
}
