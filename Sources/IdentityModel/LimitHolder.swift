/// Who has a limit of its own.
package enum LimitHolder: Hashable, Codable, Sendable {
  case tenant(QualifiedName)
  case domain(Name)

  /// The key of the tenant or the domain.
  package var key: ResourceKey {
    switch self {
    case .tenant(let name): .tenant(name)
    case .domain(let name): .domain(name)
    }
  }

  /// What it is called.
  package var name: QualifiedName {
    switch self {
    case .tenant(let name): name
    case .domain(let name): QualifiedName(name)
    }
  }
}

extension LimitHolder: Comparable {
  /// Domains first, each sort by its names.
  package static func < (left: LimitHolder, right: LimitHolder) -> Bool {
    switch (left, right) {
    case (.domain(let left), .domain(let right)): left < right
    case (.tenant(let left), .tenant(let right)): left < right
    case (.domain, .tenant): true
    case (.tenant, .domain): false
    }
  }
}

extension LimitHolder: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tenant(let name): "project \(name)"
    case .domain(let name): "domain \(name)"
    }
  }
}
