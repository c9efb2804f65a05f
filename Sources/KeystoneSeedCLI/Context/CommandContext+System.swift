import FoundationEssentials
import Glibc

extension CommandContext {
  /// The world as this process finds it.
  static func system() -> CommandContext {
    let console = Console.system()
    return CommandContext(
      environment: Environment(ProcessInfo.processInfo.environment),
      currentDirectory: FileManager.default.currentDirectoryPath,
      terminal: .system(),
      console: console,
      readInput: { limit throws(SystemError) in
        try Descriptor.standardInput.readToEnd(
          limit: limit,
          silence: WaitingLine.longestSilence,
          say: { elapsed in
            console.emit(
              "waiting for standard input, \(elapsed.components.seconds) s\n",
              to: .error
            )
          }
        )
      },
      inputStatus: {
        var status = stat()
        return fstat(Descriptor.standardInput.number, &status) == 0 ? status : nil
      },
      readLine: { echo throws(SystemError) in
        switch echo {
        case .shown: try TerminalInput.standard.readLine()
        case .hidden: try TerminalInput.standard.readHiddenLine()
        }
      },
      makeTerminalReader: {
        guard let input = TerminalInput.controlling() else { return nil }
        return { echo throws(SystemError) in
          switch echo {
          case .shown: try input.readLine()
          case .hidden: try input.readHiddenLine()
          }
        }
      },
      clock: ContinuousClock(),
      letOutputBeRead: { Descriptor.standardOutput.waitUntilRead(within: .seconds(1)) },
      sayWhatEndsIt: { EndingNotice.begin() },
      makeInterrupt: { await .system() }
    )
  }
}

extension Terminal {
  /// What the standard streams of this process are.
  static func system() -> Terminal {
    Terminal(
      hasInput: Descriptor.standardInput.isTerminal,
      hasOutput: Descriptor.standardOutput.isTerminal,
      hasError: Descriptor.standardError.isTerminal,
      width: windowWidth ?? 80
    )
  }

  private static var windowWidth: Int? {
    for stream in [Descriptor.standardOutput, .standardError] {
      var size = winsize()
      if ioctl(stream.number, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
        return Int(size.ws_col)
      }
    }
    return nil
  }
}
