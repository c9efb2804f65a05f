extension DesiredState {
  /// What the seed calls the users or groups of a domain, or has called them.
  package func names(in directory: Directory) -> Set<Name> {
    let kind = directory.kind
    var names: Set<Name> = []
    for name in [self.names(of: kind), Array(absent[kind])].joined()
    where name.domain == directory.domain { names.insert(name.name) }
    for case .named(kind, let name) in former.values where name.domain == directory.domain {
      names.insert(name.name)
    }
    return names
  }

  /// The same without a word about those users and groups: neither themselves, nor what they have, nor who is
  /// in which group.
  package func leavingOut(_ directories: Set<Directory>) -> DesiredState {
    guard !directories.isEmpty else { return self }
    func isIn(_ kind: NamedKind, _ name: QualifiedName) -> Bool {
      directories.contains(Directory(kind, of: name.domain))
    }
    func isOut(_ key: ResourceKey) -> Bool {
      if case .named(let kind, let name) = key { isIn(kind, name) } else { false }
    }
    var rest = self
    rest.users.removeAll { isIn(.user, $0.name) }
    rest.groups.removeAll { isIn(.group, $0.name) }
    rest.memberships.removeAll { $0.parts.contains(where: isOut) }
    rest.assignments.removeAll { isOut($0.holder.key) }
    rest.existing = existing.filter { !isOut($0) }
    rest.former = former.filter { !isOut($0.key) }
    for kind in [NamedKind.user, .group] {
      rest.absent[kind] = absent[kind].filter { !isIn(kind, $0) }
    }
    rest.absent.memberships = absent.memberships.filter { !$0.parts.contains(where: isOut) }
    rest.absent.assignments = absent.assignments.filter { !isOut($0.holder.key) }
    return rest
  }
}
