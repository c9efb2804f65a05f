import IdentityModel
import Texts

extension CommandContext {
  /// Whether there is a person to ask: both the question and the answer need a terminal.
  var canAsk: Bool { terminal.hasInput && terminal.hasError }

  /// The same world, where questions are answered on the terminal although standard input is
  /// something else: the seed.
  var askingApart: CommandContext {
    guard !terminal.hasInput, terminal.hasError, let reader = makeTerminalReader() else {
      return self
    }
    var context = self
    context.terminal.hasInput = true
    context.readLine = reader
    return context
  }

  /// Asks a question that only `y` or `yes` affirms; false without a terminal to ask on.
  func confirm(_ question: String) throws(SystemError) -> Bool {
    guard canAsk else { return false }
    if !terminal.hasOutput { letOutputBeRead() }
    emit("\(question) [y/N] ", to: .error)
    guard let answer = try readLine(.shown) else {
      emit("\n", to: .error)
      return false
    }
    return ["y", "yes"].contains(answer.lowercased())
  }

  /// Asks for a secret without showing it; nil without a terminal, or if nothing is typed.
  func readSecret(_ prompt: String) throws(SystemError) -> Secret? {
    guard canAsk else { return nil }
    emit("\(prompt): ", to: .error)
    let answer = try readLine(.hidden)
    emit("\n", to: .error)
    guard let answer, !answer.isEmpty else { return nil }
    return Secret(answer)
  }
}
