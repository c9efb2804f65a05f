import IdentityModel
import Reconciliation

/// What a change comes to for users, as lines below it.
struct ConsequenceLines {
  /// One line: what a user gains or loses in one place.
  struct Line: Hashable {
    let text: String
    /// Nil of the one that says how many more there are.
    let effect: Consequence.Effect?
  }

  /// So many are shown of one change; JSON has all.
  private static let most = 5

  let lines: [Line]

  /// - Parameter consequences: Those of one change, in their order: what a user has in one place stands
  ///   together.
  init(_ consequences: [Consequence]) {
    var lines: [Line] = []
    var count = 0
    var rest = consequences[...]
    while let first = rest.first {
      let same = rest.prefix {
        $0.effect == first.effect && $0.role.user == first.role.user
          && $0.role.scope == first.role.scope
      }
      rest = rest.dropFirst(same.count)
      count += 1
      if count <= Self.most { lines.append(Self.line(first, same.map(\.role.role))) }
    }
    if count > Self.most {
      let more = "and \(count - Self.most) more; --output json has all"
      lines.append(Line(text: more, effect: nil))
    }
    self.lines = lines
  }

  private static func line(_ first: Consequence, _ roles: [QualifiedName]) -> Line {
    let user = shown(first.role.user, "user", apart: " \(first.effect.rawValue) ")
    let names = roles.map { $0.shown(apart: ", ", " in ", " on ") }.joined(separator: ", ")
    let place =
      switch first.role.scope {
      case .tenant(let tenant): "in \(shown(tenant, "project", apart: " in "))"
      case .domain(let domain): "on domain \(shown(domain, nil, apart: " on "))"
      case .system: "on the system"
      }
    let text = "\(user) \(first.effect.rawValue) \(names) \(place)"
    return Line(text: TerminalText.harmless(text), effect: first.effect)
  }

  private static func shown(_ object: NameOrID, _ noun: String?, apart words: String) -> String {
    switch object {
    case .name(let name): name.shown(apart: words)
    case .id(let id): (noun.map { "\($0) " } ?? "") + "id \(id)"
    }
  }
}
