import IdentityModel
import Texts

extension ResourceKey {
  /// The kind and the key, harmless for a terminal: `endpoint compute/nova in regionOne`.
  ///
  /// A row of the catalog may lack its region or its service, and that is said.
  var words: String {
    "\(kind.rawValue) \(TerminalText.harmless(shown))"
  }

  /// The key without its kind.
  var shown: String {
    switch self {
    case .role(let name), .tenant(let name), .user(let name): name.shown
    case .assignment(let key): key.shown
    case .service(let key): key.shown
    case .endpoint(let key): key.shown
    }
  }
}

extension RoleAssignment {
  /// As a plan shows it, with quotes where a name would be taken for several.
  var shown: String {
    let names = [user, role, tenant].map { $0.shown(apart: " has ", " in ") }
    return "\(names[0]) has \(names[1]) in \(names[2])"
  }
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

extension Name {
  /// The name, between quotes where blanks at an end would not be seen.
  var shown: String { shown(apart: []) }

  /// The same beside other names: between quotes also where it holds what stands between them.
  func shown(apart words: String...) -> String { shown(apart: words) }

  private func shown(apart words: [String]) -> String {
    let isPlain =
      text.first?.isWhitespace != true && text.last?.isWhitespace != true
      && !words.contains { text.holds($0) }
    return isPlain ? text : "\"\(text)\""
  }
}
