import IdentityModel
import KeystoneClient
import Reconciliation

/// What lives in a directory that Keystone only reads, as notes have it.
enum DirectoryWording {
  /// Who lives there: `users and groups of domain corp`.
  ///
  /// - Parameters:
  ///   - domain: The domain's name, nil for the default one's.
  ///   - backend: What the backend is called, such as `v2.0`, which knows one domain and no groups.
  /// - Returns: The words.
  static func dwellers(of domain: String?, over backend: String) -> String {
    guard backend == IdentityVersion.v3.rawValue else { return "all users here" }
    let place = domain.map { "domain \(Name($0).shown)" } ?? "the default domain"
    return "users and groups of \(place)"
  }

  /// Objects of one domain: `users ann, bob, group ops`.
  static func list(_ keys: [ResourceKey]) -> String {
    var names: [ResourceKind: [String]] = [:]
    for key in keys { names[key.kind, default: []].append(name(of: key)) }
    return [ResourceKind.user, .group, .membership].compactMap { kind in
      guard let names = names[kind] else { return nil }
      return "\(names.count == 1 ? kind.rawValue : kind.plural) \(LoginWording.list(names))"
    }.joined(separator: ", ")
  }

  /// What one of them is called where its domain is said.
  static func name(of key: ResourceKey) -> String {
    key.uniqueName.map { QualifiedName($0.name).shown(apart: ", ") } ?? key.shown
  }

  /// What stays as it is, and how the seed has it.
  static func held(_ key: ResourceKey, _ fields: [FieldChange], over backend: String) -> String {
    guard case .membership(let membership) = key else {
      let words = PlanNoteWording.words(fields, backend)
      return "\(key.kind.rawValue) \(name(of: key)) stays as it is (\(words))"
    }
    return "user \(membership.user.shown) stays out of group \(membership.group.shown)"
  }

  /// Whom no list has.
  static func gap(_ gap: ListGap) -> String {
    let kind = gap.directory.kind.kind.plural
    let domain = gap.directory.domain.map { "domain \($0.shown)" } ?? "the default domain"
    return switch gap.reason {
    case .tooMany:
      "the \(kind) of \(domain) are more than their directory lists (sizelimit): those that the seed names "
        + "were looked up one by one"
    case .failed(let words):
      "the \(kind) of \(domain) cannot be read (\(words)): nothing of them is planned, nor who of them has "
        + "which roles or is in which group"
    }
  }

  /// What somebody has who is gone: `2 assignments of a user who is gone, id 1: admin in web, reader in web`.
  static func gone(
    _ holder: RoleAssignment.Holder,
    _ assignments: [RoleAssignment],
    _ reason: PlanNote.GoneReason
  ) -> String {
    let isOne = assignments.count == 1
    let isUser = if case .user = holder { true } else { false }
    let roles = assignments.map { "\($0.role.shown(apart: ", ")) \($0.scope.shown)" }
    let beginning =
      "\(isOne ? "1 assignment" : "\(assignments.count) assignments") of a "
      + "\(isUser ? "user who" : "group that") is gone, id \(holder.name.text): "
      + LoginWording.list(roles)
    return switch reason {
    case .notPruned: beginning + "; --prune revokes \(isOne ? "it" : "them")"
    case .notOwn: beginning + "; \(isOne ? "it is" : "they are") left alone"
    case .domainsListNobody(let domains):
      beginning + "; \(isOne ? "it is" : "they are") left alone, since "
        + "\(domains.count == 1 ? "domain" : "domains") \(LoginWording.list(domains.map(\.shown))) "
        + "\(domains.count == 1 ? "lists" : "list") no user at all, as where a directory is not found "
        + "(user_tree_dn)"
    }
  }

  /// What stays although the seed lists it under `absent`.
  static func stays(_ key: ResourceKey) -> String {
    guard case .membership(let membership) = key else {
      return "\(key.kind.rawValue) \(name(of: key)) is declared absent and stays"
    }
    return "user \(membership.user.shown) stays in group \(membership.group.shown)"
  }
}
