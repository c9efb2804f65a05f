/// The users, or the groups, of one domain, where the identity service only reads them, such as LDAP.
package struct Directory: Hashable, Codable, Sendable {
  /// Users or groups.
  package let kind: NamedKind
  /// The domain; nil for the default one, and for all that an API has which knows none.
  package let domain: Name?

  package init(_ kind: NamedKind, of domain: Name?) {
    self.kind = kind
    self.domain = domain
  }
}

extension Directory {
  /// Those that rows of a kind tell: of each domain with at least one row in which every one lives in a
  /// directory.
  ///
  /// A domain can hold both: users who come by federation have IDs such as those of a directory, and live
  /// in the database beside others.
  ///
  /// - Parameters:
  ///   - kind: Users or groups.
  ///   - rows: The domain of each, and whether it lives in a directory.
  /// - Returns: The directories.
  package static func among(
    _ kind: NamedKind,
    _ rows: some Sequence<(domain: Name?, isReadOnly: Bool)>
  ) -> Set<Directory> {
    var found: Set<Name?> = []
    var others: Set<Name?> = []
    var last: (domain: Name?, isReadOnly: Bool)?
    for row in rows {
      // Lists come domain by domain, so that most rows tell what the one before has told.
      if let last, last == row { continue }
      last = row
      if row.isReadOnly { found.insert(row.domain) } else { others.insert(row.domain) }
    }
    return Set(found.subtracting(others).map { Directory(kind, of: $0) })
  }
}

extension LiveState {
  /// Whether the identity service makes, changes and deletes none such.
  package func isReadOnly(_ key: ResourceKey) -> Bool { directory(holding: key) != nil }

  /// The directory that an object lives in, or that keeps a membership as it is; nil where nothing does.
  package func directory(holding key: ResourceKey) -> Directory? {
    guard !directories.isEmpty else { return nil }
    switch key {
    case .named(let kind, let name):
      let directory = Directory(kind, of: name.domain)
      return directories.contains(directory) ? directory : nil
    case .membership(let membership): return directory(holding: membership)
    case .implication, .assignment, .service, .endpoint, .limit: return nil
    }
  }

  /// The directory that keeps a user out of a group, or in it: the group's, which is only read, or the
  /// user's, since no user of a directory is in a group of the database
  /// (`keystone.identity.core`, `_assert_user_and_group_in_same_backend`).
  private func directory(holding membership: Membership) -> Directory? {
    [
      Directory(.group, of: membership.group.domain), Directory(.user, of: membership.user.domain),
    ].first { directories.contains($0) }
  }
}
