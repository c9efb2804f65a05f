import IdentityModel

/// What is done for a kind whose key is a name, with the type of its objects.
protocol NamedKindVisitor {
  mutating func visit<Value: NamedResource>(_ type: Value.Type)
}

extension NamedKind {
  /// Does it for this kind.
  ///
  /// Whoever walks as many objects as a cloud has users goes this way and not by `type`: the compiler
  /// makes a copy of the code for each kind that it sees named, and else asks at run time how to copy,
  /// hash and compare each object.
  func accept(_ visitor: inout some NamedKindVisitor) {
    switch self {
    case .domain: visitor.visit(Domain.self)
    case .region: visitor.visit(Region.self)
    case .role: visitor.visit(Role.self)
    case .tenant: visitor.visit(Tenant.self)
    case .group: visitor.visit(Group.self)
    case .user: visitor.visit(User.self)
    }
  }
}
