/// A step on the way from a file's bytes to a desired state.
package enum SeedStage: String, Sendable {
  /// Bytes to a text.
  case text
  /// The text to YAML nodes.
  case compose
  /// The nodes to a ``SeedDocument``.
  case decode
  case validate
  /// The document to a desired state.
  case resolve
}
