import ArgumentParser

/// How a result is written.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  /// For people.
  case text
  /// For programs: one JSON document and nothing else.
  case json
  /// For a comment on a merge request: one page, short enough for any forge.
  case markdown
}
