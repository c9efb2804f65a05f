import Glibc

/// The file that node_exporter's textfile collector reads what a run found from.
struct MetricsFile {
  let path: String

  private static let mode: mode_t = 0o644

  /// Replaces it, in one step.
  ///
  /// Everybody may read it, for the collector is another user; who owns it and may read it stays.
  ///
  /// - Throws: ``MetricsFileError`` where something else is there, or ``AtomicFileError``.
  func write(_ text: String, in context: CommandContext) throws {
    let absolutePath = context.absolutePath(path)
    var status = stat()
    if stat(absolutePath, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 {
      let beginning = Array(RunMetrics.beginning.utf8)
      let content = try InputFile.beginning(of: absolutePath, count: beginning.count)
      guard content == beginning else { throw MetricsFileError(path: path) }
    }
    try AtomicFile.write(
      Array(text.utf8),
      to: absolutePath,
      attributes: .kept(orElse: Self.mode)
    )
  }
}

/// Something is there that no run has written, so that the metrics were not.
struct MetricsFileError: WordedError, Hashable {
  let path: String

  var message: ErrorMessage {
    ErrorMessage(
      "\(TerminalText.harmless(path)) is there and holds no metrics of keystone-seed; it stays as it is",
      hints: ["Give another name with --metrics."]
    )
  }
}
