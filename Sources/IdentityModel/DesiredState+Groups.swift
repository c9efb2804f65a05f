extension DesiredState {
  /// Whether it says anything of any group, so that somebody has to look which there are.
  package var namesGroups: Bool {
    !groups.isEmpty || !absent.domains.isEmpty || !absent.groups.isEmpty
      || !absent.memberships.isEmpty
      || absent.assignments.contains { $0.holder.key.kind == .group }
  }

  /// The groups of whose members it says anything, so that somebody has to look who is in them.
  package var groupsWithSay: Set<QualifiedName> {
    groupsWithDeclaredMembers.union(memberships.map(\.group))
      .union(absent.memberships.map(\.group))
  }
}
