import ArgumentParser

/// How a command shows what it found, alike for all that have a report.
struct OutputOptions: ParsableArguments {
  @Option(name: .long, help: "How the result is written.")
  var output = OutputFormat.text

  /// Read from the arguments before they are parsed, since what parsing refuses is shown too.
  @Flag(name: .long, help: "No colour, not even on a terminal. NO_COLOR says the same.")
  var noColor = false
}
