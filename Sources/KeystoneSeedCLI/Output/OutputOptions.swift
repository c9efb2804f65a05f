import ArgumentParser

/// How a command shows what it found, alike for all that have a report.
struct OutputOptions: ParsableArguments {
  @Option(name: .long, help: "How the result is written.")
  var output = OutputFormat.text

  @Flag(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Show only what needs attention: nothing where all is well.",
      discussion: "Of a plan what is deleted, replaced or stays different, and the counts."
    )
  )
  var quiet = false

  /// Read from the arguments before they are parsed, since what parsing refuses is shown too.
  @Flag(name: .long, help: "No colour, not even on a terminal. NO_COLOR says the same.")
  var noColor = false

  func validate() throws {
    if quiet, output != .text {
      throw ValidationError("--quiet is for text: JSON and Markdown are always whole.")
    }
  }
}
