import IdentityModel

/// How the live state differs from the desired one.
package struct Difference: Hashable, Sendable {
  /// Creates, updates, and deletes of what is declared absent or there twice.
  package var changes: [Change] = []
  /// A delete for each live object that the seed does not mention.
  package var unmanaged: [Change] = []
  /// What is worth saying beside them.
  package var notes: [PlanNote] = []
  /// What is worth saying where the unmanaged are deleted.
  package var pruneNotes: [PlanNote] = []

  /// What the seed says is there, whoever has made it, and is not.
  package var missing: [MissingObject] = []
  /// What cannot be renamed, since it is not alone.
  package var renameConflicts: [RenameConflict] = []

  package init() {}

  /// Takes what goes with a domain out of what is left alone.
  ///
  /// Keystone deletes a domain with its projects, users and groups and keeps its roles, which nothing could
  /// name any more: they are deleted as well.
  package mutating func takeResidentsOfDeletedDomains() {
    let domains = changes.compactMap { change -> Name? in
      guard change.action == .delete, case .named(.domain, let name) = change.key else {
        return nil
      }
      return name.name
    }
    guard !domains.isEmpty else { return }
    let gone = Set(domains)
    let residents = unmanaged.filter { $0.key.domains.contains { gone.contains($0) } }
    unmanaged.removeAll { $0.key.domains.contains { gone.contains($0) } }
    changes += residents.filter { $0.key.kind == .role }.map {
      .delete($0.key, row: $0.liveID, because: .declaredAbsent)
    }
  }
}

extension ResourceKey {
  /// The domains that it cannot do without.
  fileprivate var domains: [Name] {
    switch self {
    case .named(.domain, let name): [name.name]
    case .named(_, let name): name.domain.map { [$0] } ?? []
    case .implication(let implication): implication.parts.flatMap(\.domains)
    case .membership(let membership): membership.parts.flatMap(\.domains)
    case .assignment(let assignment): assignment.parts.flatMap(\.domains)
    case .limit(let key): key.holder?.key.domains ?? []
    case .service, .endpoint: []
    }
  }
}
