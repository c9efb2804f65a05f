extension SeedSchema {
  /// Who has which roles on what, one of each at least and at most.
  enum AssignmentKey: String, MappingKey {
    case role, roles, user, group, tenant, project, domain, system, inherited

    static let noun = "an assignment"

    var synonym: AssignmentKey? { self == .project ? .tenant : nil }

    var shape: ValueShape {
      switch self {
      case .role, .user, .group, .tenant, .project: Self.reference
      case .roles: .list(Self.reference)
      case .domain: .text
      case .system: .word("all")
      case .inherited: .flag
      }
    }

    private static let reference = ValueShape.oneOf([.text, .mapping(ReferenceKey.self)])
  }
}
