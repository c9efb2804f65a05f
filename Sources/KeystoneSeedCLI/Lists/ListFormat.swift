import ArgumentParser

/// How a list is written.
enum ListFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  /// As the 2014 command drew it, or the openstack command does.
  case table
  /// An array of objects.
  case json
  /// Comma-separated values.
  case csv
  /// Values with a space between them, for a shell.
  case value
}
