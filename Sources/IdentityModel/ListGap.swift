/// The users, or the groups, of a domain of which no list has all.
package struct ListGap: Hashable, Codable, Sendable {
  /// Why that is.
  package enum Reason: Hashable, Codable, Sendable {
    /// They are more than their directory gives at once: those that the seed names were looked up, and no
    /// others.
    case tooMany
    /// They cannot be read; with what the service said.
    case failed(String)
  }

  package let directory: Directory
  package let reason: Reason

  package init(_ directory: Directory, _ reason: Reason) {
    self.directory = directory
    self.reason = reason
  }
}

extension LiveState {
  /// Those of which nothing at all was read.
  package var unread: Set<Directory> {
    Set(
      gaps.lazy.filter { if case .failed = $0.reason { true } else { false } }.map(\.directory)
    )
  }
}
