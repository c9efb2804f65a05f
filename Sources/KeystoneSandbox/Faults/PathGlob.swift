/// A path in which `*` stands for any run of characters, slashes too: `/v2.0/users/*`.
///
/// It is held against the path as it was sent, without the query.
public struct PathGlob: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The pattern as it was written.
  public let pattern: String

  /// Makes a pattern from its text.
  public init(_ pattern: String) {
    self.pattern = pattern
  }

  /// Makes a pattern from a literal.
  public init(stringLiteral pattern: String) {
    self.init(pattern)
  }

  func matches(_ path: String) -> Bool {
    let parts = pattern.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
    guard parts.count > 1 else { return ExactText.same(pattern, path) }
    var rest = Array(path.utf8)[...]
    guard rest.starts(with: parts[0]) else { return false }
    rest.removeFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() {
      guard let found = rest.firstRange(of: Array(part)) else { return false }
      rest = rest[found.upperBound...]
    }
    let end = parts[parts.count - 1]
    return rest.count >= end.count && rest.suffix(end.count).elementsEqual(end)
  }
}
