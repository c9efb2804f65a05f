import IdentityModel

extension ResourceKind {
  /// What is written of an object of the kind; nil for what has no rows, such as assignments.
  var draft: (any ResourceDraft.Type)? {
    switch self {
    case .user: UserWrite.self
    case .implication, .membership, .assignment: nil
    case .service: Service.self
    case .endpoint: EndpointWrite.self
    case .registeredLimit: RegisteredLimitWrite.self
    case .limit: LimitWrite.self
    default: namedDraft
    }
  }

  /// The same for a kind whose objects are written as they are.
  var namedDraft: (any NamedDraft.Type)? { NamedKind(self)?.type as? any NamedDraft.Type }
}

extension ResourceDraft {
  /// Where objects of the kind are, whatever is done with them.
  static func rows(of backend: any IdentityBackend) -> any RowStore { store(of: backend) }
}
