import IdentityModel
import KeystoneClient
import Reconciliation
import Texts

extension ResourceKey {
  /// The kind and the key, harmless for a terminal: `endpoint compute/nova in regionOne`.
  ///
  /// A row of the catalog may lack its region or its service, and that is said.
  ///
  /// - Parameter backend: What the backend is called, such as `v2.0`.
  /// - Returns: The words.
  func words(over backend: String) -> String {
    // Whose own a limit is says which of the two kinds it is of.
    let noun =
      if case .limit = self { ResourceKind.limit.rawValue } else { kind.noun(over: backend) }
    return "\(noun) \(TerminalText.harmless(shown))"
  }

  /// The key without its kind.
  var shown: String {
    switch self {
    case .named(_, let name): name.shown
    case .implication(let key): key.shown
    case .membership(let key): key.shown
    case .assignment(let key): key.shown
    case .service(let key): key.shown
    case .endpoint(let key): key.shown
    case .limit(let key): key.shown
    }
  }
}

extension ResourceKind {
  /// What one is called over that version of the API: the tenants of v2.0 are projects over v3.
  func noun(over backend: String) -> String {
    isProject(over: backend) ? "project" : rawValue
  }

  /// The same for several.
  func nouns(over backend: String) -> String {
    isProject(over: backend) ? "projects" : plural
  }

  private func isProject(over backend: String) -> Bool {
    self == .tenant && backend == IdentityVersion.v3.rawValue
  }
}

extension Field {
  /// What a plan calls it over that version of the API.
  func noun(over backend: String) -> String {
    if let option { return "option \(option.rawValue)" }
    return self == .tenant ? ResourceKind.tenant.noun(over: backend) : rawValue
  }
}

extension Implication {
  /// As a plan shows it, a domain said once where both are of one, and of a domain's role that implies a
  /// global one which of the two that is.
  var shown: String {
    guard let domain = role.domain, implied.domain == nil || implied.domain == domain else {
      return "\(role.shown(apart: " implies ")) implies \(implied.shown(apart: " implies "))"
    }
    let name = implied.name.shown(apart: " implies ", ", of ")
    let line = "\(role.name.shown(apart: " implies ")) implies \(name), of domain \(domain.shown)"
    return implied.domain == nil ? "\(line); \(name) is global" : line
  }
}

extension Membership {
  /// As a plan shows it, a domain said once where both are of one.
  var shown: String {
    if let domain = user.domain, group.domain == domain {
      let line = Membership(user: QualifiedName(user.name), group: QualifiedName(group.name))
      return "\(line.shown), of domain \(domain.shown)"
    }
    return "\(user.shown(apart: " in ")) in \(group.shown(apart: " in "))"
  }
}

extension RoleAssignment {
  /// As a plan shows it, with quotes where a name would be taken for several, and of a domain's own role
  /// which of two that may be.
  var shown: String {
    // A domain is said once where the whole line is of one.
    if let domain = commonDomain {
      let line = RoleAssignment(holder.plain, scope.plain, role: QualifiedName(role.name))
      let own = role.domain == nil ? "" : "; \(role.name.shown) is its own"
      return "\(line.shown), of domain \(domain.shown)\(own)"
    }
    let who = holder.name.shown(beside: Self.wordsAfterHolder)
    let role = role.shown(beside: Self.wordsAfterRole)
    let isGroup = if case .group = holder { true } else { false }
    return "\(isGroup ? "group " : "")\(who) has \(role) \(scope.shown)"
  }

  private static let wordsAfterRole = [" has ", " in ", " on ", " below "]
  private static let wordsAfterHolder = wordsAfterRole + ["group "]

  /// The domain of all its parts; nil where there is no one, or nothing to say of it.
  private var commonDomain: Name? {
    guard let domain = holder.name.domain, role.domain == nil || role.domain == domain else {
      return nil
    }
    return switch scope {
    case .tenant(let name), .tenantsBelow(let name): name.domain == domain ? domain : nil
    case .domain(let name), .tenantsOfDomain(let name): name == domain ? domain : nil
    case .system: nil
    }
  }
}

extension RoleAssignment.Holder {
  /// The same without the domain.
  fileprivate var plain: Self {
    switch self {
    case .user(let name): .user(QualifiedName(name.name))
    case .group(let name): .group(QualifiedName(name.name))
    }
  }
}

extension RoleAssignment.Scope {
  /// The same without the domain in which it lives.
  fileprivate var plain: Self {
    switch self {
    case .tenant(let name): .tenant(QualifiedName(name.name))
    case .tenantsBelow(let name): .tenantsBelow(QualifiedName(name.name))
    case .domain, .system, .tenantsOfDomain: self
    }
  }

  var shown: String {
    switch self {
    case .tenant(let name): "in \(name.shown(beside: Self.wordsBefore))"
    case .domain(let name): "on domain \(name.shown(beside: Self.wordsBefore))"
    case .system: "on the system"
    case .tenantsBelow(let name): "below project \(name.shown(beside: Self.wordsBefore))"
    case .tenantsOfDomain(let name):
      "in every project of domain \(name.shown(beside: Self.wordsBefore))"
    }
  }

  /// What may stand before a scope.
  private static let wordsBefore = [" has ", " in "]
}

extension ServiceKey {
  /// As a plan shows it, with quotes where a name would be taken for something else.
  var shown: String {
    let name = name.shown(apart: "/", " in ")
    return type == ""
      ? "of no service \(name)" : "\(type.shown(apart: "/", " in ", "of no "))/\(name)"
  }
}

extension EndpointKey {
  /// As a plan shows it, with quotes where a name would be taken for something else.
  var shown: String {
    "\(service.shown) in \(region == "" ? "no region" : region.shown(apart: "no region"))"
  }
}

extension LimitKey {
  /// As a plan shows it, with quotes where a name would be taken for something else.
  var shown: String {
    let place = region == "" ? "without a region" : "in \(region.shown(apart: ", "))"
    let resource = resource.shown(apart: " in ", " without a region", ", ")
    return "\(service.shown) \(resource) \(place)"
      + (holder.map { ", \($0.shown)" } ?? "")
  }
}

extension LimitHolder {
  /// The project or the domain, with its kind; no limits are where projects are tenants.
  var shown: String {
    switch self {
    case .tenant(let name): "project \(name.shown)"
    case .domain(let name): "domain \(name.shown)"
    }
  }
}

extension QualifiedName {
  /// The name as a plan shows it, with its domain where it has one.
  var shown: String { shown(beside: []) }

  /// The same beside other names: between quotes also where it holds what stands between them.
  func shown(apart words: String...) -> String { shown(beside: words) }

  fileprivate func shown(beside words: [String]) -> String {
    guard let domain else { return name.shown(beside: words) }
    let words = words + [Self.separator]
    return name.shown(beside: words) + Self.separator + domain.shown(beside: words)
  }

  private static let separator = " of domain "
}

extension Name {
  /// The name, between quotes where blanks at an end would not be seen.
  var shown: String { shown(beside: []) }

  /// The same beside other names: between quotes also where it holds what stands between them.
  func shown(apart words: String...) -> String { shown(beside: words) }

  /// Each of the words has a blank or a sign in it.
  fileprivate func shown(beside words: [String]) -> String {
    // As most names are, which hold none of the words and no blank.
    if text.hasOnlyBytes({ Self.isOfWord($0) }) { return text }
    let isPlain =
      text.first?.isWhitespace != true && text.last?.isWhitespace != true
      && !words.contains { text.holds($0) }
    return isPlain ? text : "\"\(text)\""
  }

  /// Whether a byte is an ASCII letter, a digit or what joins these to one word.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "@"): true
    default: byte.isASCIIAlphanumeric
    }
  }
}
