import Texts

/// A source of passwords, the same as another only if all of its bytes are.
///
/// Swift holds two spellings of `é` for equal, in a password as well as in a path; of two literal
/// passwords that differ only so, one user would get the other's.
package struct SharedSource: Hashable, Sendable {
  package let source: SecretSource

  package init(_ source: SecretSource) {
    self.source = source
  }

  package static func == (left: SharedSource, right: SharedSource) -> Bool {
    left.bytes == right.bytes
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(bytes)
  }

  /// The kind of the source and its texts, each with its length before it.
  private var bytes: [[UInt8]] {
    switch source {
    case .literal(let secret): [[0], Array(secret.exposed().utf8)]
    case .environment(let name): [[1], Array(name.utf8)]
    case .file(let path): [[2], Array(path.utf8)]
    case .command(let command, let directory):
      [[3], Array((directory ?? "").utf8)] + command.map { Array($0.utf8) }
    }
  }
}
