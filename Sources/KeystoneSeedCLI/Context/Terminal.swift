/// Which of the standard streams are a terminal, and how wide it is.
struct Terminal: Hashable, Sendable {
  var hasInput: Bool
  var hasOutput: Bool
  var hasError: Bool
  var width: Int

  /// Whether the stream is shown to a person.
  func shows(_ stream: Console.Stream) -> Bool {
    switch stream {
    case .output: hasOutput
    case .error: hasError
    }
  }
}
