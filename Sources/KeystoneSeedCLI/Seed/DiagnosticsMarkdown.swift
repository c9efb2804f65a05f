import SeedFormat

/// What is wrong with a seed, as a merge request shows it.
struct DiagnosticsMarkdown {
  let reading: SeedReading

  /// The whole page, ending in a line break.
  var text: String {
    var page = MarkdownPage()
    page.add("### keystone-seed validate")
    page.add("**\(reading.desired == nil ? "The seed is not valid." : "The seed is valid.")**")
    page.addList("**Errors:**", lines(.error), within: 40_000)
    page.addList("**Warnings:**", lines(.warning), within: 16_000)
    return page.text
  }

  private func lines(_ severity: SeedDiagnostic.Severity) -> [String] {
    reading.diagnostics.filter { $0.severity == severity }.map { "\($0)" }
  }
}
