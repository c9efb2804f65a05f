import IdentityModel

extension Array {
  /// The IDs of the users by name, without those whose name another one has too: either could be
  /// meant.
  ///
  /// Icehouse lists the users of all domains, so that a name may be there twice.
  func idsByUniqueName() -> [QualifiedName: String] where Element == UserRow {
    var ids: [QualifiedName: String] = [:]
    ids.reserveCapacity(count)
    var ambiguous: Set<QualifiedName> = []
    for row in self where ids.updateValue(row.id, forKey: row.user.name) != nil {
      ambiguous.insert(row.user.name)
    }
    for name in ambiguous { ids[name] = nil }
    return ids
  }
}
