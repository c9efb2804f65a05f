package import IdentityModel

/// Which objects of the kinds that are looked at are looked at.
package struct PlanScope: Hashable, Sendable {
  /// The regions that are, with their endpoints; nil for all.
  package var regions: Set<Name>?
  /// The names of those that are, by kind; all of a kind that is not in it.
  package var names: [ResourceKind: Set<Name>]

  /// All objects.
  package static let everything = PlanScope()

  /// Makes a scope.
  ///
  /// - Parameters:
  ///   - regions: The regions that are looked at, with their endpoints; nil for all.
  ///   - names: The names of the objects that are, by kind.
  package init(regions: Set<Name>? = nil, names: [ResourceKind: Set<Name>] = [:]) {
    self.regions = regions
    self.names = names
  }

  /// Whether the object is looked at.
  ///
  /// An assignment is named by its user or group, a membership by its group, an implication by the role that
  /// implies. A service is named by its name, or by its type and name with a slash between them, and an
  /// endpoint and a registered limit as its service; one of their own as its project or domain.
  package func contains(_ key: ResourceKey) -> Bool {
    if let region = key.region, regions?.contains(region) == false { return false }
    guard let names = names[key.kind] else { return true }
    return Self.names(of: key).contains { names.contains($0) }
  }

  /// What the object may be called.
  package static func names(of key: ResourceKey) -> [Name] {
    switch key {
    case .named(_, let name): [name.name]
    case .implication(let implication): [implication.role.name]
    case .membership(let membership): [membership.group.name]
    case .assignment(let assignment): [assignment.holder.name.name]
    case .service(let key): [key.name, Name(key.description)]
    case .endpoint(let key): [key.service.name, Name(key.service.description)]
    case .limit(let key):
      key.holder.map { [$0.name.name] } ?? [key.service.name, Name(key.service.description)]
    }
  }
}

extension ResourceKey {
  /// The region that the object is or is in; nil of what is in none.
  fileprivate var region: Name? {
    switch self {
    case .endpoint(let key): key.region
    case .limit(let key): key.region
    case .named(.region, let name): name.name
    case .named, .implication, .membership, .assignment, .service: nil
    }
  }
}

extension Difference {
  /// Leaves out what is not looked at.
  mutating func keep(_ scope: PlanScope) {
    guard scope != .everything else { return }
    changes.removeAll { !scope.contains($0.key) }
    unmanaged.removeAll { !scope.contains($0.key) }
    notes.removeAll { !$0.isAbout(scope) }
    pruneNotes.removeAll { !$0.isAbout(scope) }
    missing.removeAll { !scope.contains($0.key) }
    renameConflicts.removeAll { !scope.contains($0.new) }
  }
}

extension PlanNote {
  /// Whether the note is about an object that is looked at, or about none in particular.
  func isAbout(_ scope: PlanScope) -> Bool { subject.map { scope.contains($0) } ?? true }
}
