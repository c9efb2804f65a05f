import ArgumentParser
import Dispatch
import Glibc

/// The program from its arguments to its exit status.
package enum Program {
  /// Runs the command that the process was started with, and ends the process.
  package static func main() -> Never {
    // A reader that goes away is an error of write(2), not the end of an apply half way.
    signal(SIGPIPE, SIG_IGN)
    ProcessMemory.begin()
    let arguments = Array(CommandLine.arguments.dropFirst())
    ClosedStreams.fill()
    if let complaint = ProcessLimits.check() {
      CommandContext.system().report(complaint)
      exit(ExitStatus.failure.rawValue)
    }
    ProcessPrivacy.begin()
    Task {
      let status = await run(arguments, in: .system())
      exit(status.rawValue)
    }
    dispatchMain()
  }

  /// Runs the command that the arguments name.
  static func run(
    _ arguments: [String],
    in context: CommandContext,
    as root: any ParsableCommand.Type = KeystoneSeedCommand.self
  ) async -> ExitStatus {
    let arguments = ArgumentList(arguments)
    var context = context
    context.withoutColor = arguments.refuseColor
    context.hasWaited = arguments.waits
    let status = await run(arguments, context, root)
    return settle(status, context)
  }

  private static func run(
    _ arguments: ArgumentList,
    _ context: CommandContext,
    _ root: any ParsableCommand.Type
  ) async -> ExitStatus {
    do {
      try UnknownCommand.check(arguments.modernized, root)
      var command = try root.parseAsRoot(arguments.modernized)
      if let command = command as? any ContextualCommand {
        return try await command.run(context)
      }
      try command.run()
      return .success
    } catch is InvalidSeed {
      // Its problems were shown, a line each.
      return .failure
    } catch let error as any WordedError {
      context.report(error.message)
      return error.exitStatus
    } catch {
      return showParserMessage(error, of: arguments.modernized.first, context, root)
    }
  }

  /// Shows what ArgumentParser has to say: a wrong argument, or the help or version asked for.
  private static func showParserMessage(
    _ error: any Error,
    of name: String?,
    _ context: CommandContext,
    _ root: any ParsableCommand.Type
  ) -> ExitStatus {
    let whole =
      lateMessage(of: error, by: name, root)
      ?? root.fullMessage(for: error, columns: context.terminal.width)
    let text = UnknownOption.reworded(whole, command: name)
    guard !root.exitCode(for: error).isSuccess else {
      context.emit(CompletionScript.completed(text) + "\n")
      return .success
    }
    let label = context.style(for: .error).paint("error:", .red)
    let prefix = "Error:"
    let message = text.hasPrefix(prefix) ? label + text.dropFirst(prefix.count) : text
    context.emit(message + "\n", to: .error)
    return root.exitCode(for: error) == .validationFailure ? .usage : .failure
  }

  /// What is wrong with an argument that only a command at work can judge: with the usage of that
  /// command, where ArgumentParser has the program's.
  private static func lateMessage(
    of error: any Error,
    by name: String?,
    _ root: any ParsableCommand.Type
  ) -> String? {
    let commands = root.configuration.groupedSubcommands.flatMap(\.subcommands)
    guard let error = error as? ValidationError, let name,
      let command = commands.first(where: { $0.configuration.commandName == name })
    else { return nil }
    return """
      Error: \(error.message)
      Usage: \(root.usageString(for: command))
        See '\(root.configuration.commandName ?? "") \(name) --help' for more information.
      """
  }

  /// Makes a lost result a failure, quietly where the reader went away of its own accord.
  private static func settle(_ status: ExitStatus, _ context: CommandContext) -> ExitStatus {
    guard let failure = context.console.failure(of: .output) else { return status }
    if failure.code != EPIPE {
      let reason = failure.code == EBADF ? "it is closed" : "\(failure)"
      context.report(ErrorMessage("cannot write to standard output: \(reason)"))
    }
    switch status {
    case .success, .changesPending: return .failure
    case .failure, .usage, .interrupted, .terminated: return status
    }
  }
}
