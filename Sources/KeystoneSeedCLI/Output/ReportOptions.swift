import ArgumentParser

/// How the commands that look at a whole cloud show what they found.
struct ReportOptions: ParsableArguments {
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "Write what the run found to this file, for Prometheus.",
      discussion: """
        In the text format that node_exporter's textfile collector reads. A run that fails leaves the \
        file as it is, so that the last success in it grows old.
        """,
      valueName: "file"
    ),
    completion: .file(extensions: ["prom"])
  )
  var metrics: String?

  func validate() throws {
    if let metrics, OutputFile.isStandardOutput(metrics) {
      throw ValidationError("--metrics is a file: standard output is the report.")
    }
  }

  /// Writes the metrics where they are asked for, of a run that found out what it was to.
  ///
  /// - Parameters:
  ///   - metrics: What it found.
  ///   - status: How it ended.
  ///   - start: When it began, by the console's watch.
  ///   - context: Where to write.
  /// - Throws: ``MetricsFileError`` or ``AtomicFileError``.
  func write(
    _ metrics: @autoclosure () -> RunMetrics,
    of status: ExitStatus,
    since start: Duration,
    in context: CommandContext
  ) throws {
    guard let path = self.metrics else { return }
    switch status {
    case .success, .changesPending: break
    case .failure, .usage, .interrupted, .terminated: return
    }
    let text = metrics().text(duration: context.console.now() - start, end: context.unixTime())
    try MetricsFile(path: path).write(text, in: context)
  }
}
