import IdentityModel
import KeystoneClient
import Texts

/// A cloud as v3 lists it, and what of it a seed has no word for.
struct V3UnsayableCloud {
  /// The default domain.
  let domainID: String
  var domains: [V3Domain] = []
  var projects: [V3Project] = []
  var users: [V3User] = []
  var groups: [V3Group] = []
  /// The global roles, and those of other domains.
  var roles: [V3Role] = []
  /// Those of the default domain.
  var domainRoles: [V3Role] = []
  var implications: [V3Implication] = []
  var grants: [V3Grant] = []

  init(domainID: String) {
    self.domainID = domainID
  }

  /// Kind by kind, and in the order of their names.
  var objects: [UnsayableObject] {
    [
      roleDetails, projectDetails, userDetails, otherGrants,
    ].flatMap { objects in
      objects.sorted {
        (ExactText($0.name), ExactText($0.reason)) < (ExactText($1.name), ExactText($1.reason))
      }
    }
  }

  // MARK: Kinds that a seed has

  private var roleDetails: [UnsayableObject] {
    let names = Dictionary((roles + domainRoles).map { ($0.id, $0.name) }) { first, _ in first }
    let own = domainRoles.map {
      UnsayableObject(
        "role",
        $0.name,
        "belongs to the default domain: a seed has roles of none there"
      )
    }
    let unsayable = Set(domainRoles.map(\.id))
    let implied = implications.compactMap { implication -> UnsayableObject? in
      let ids = [implication.priorID, implication.impliedID]
      guard ids.contains(where: unsayable.contains) else { return nil }
      let pair = ids.map { names[$0] ?? $0 }
      return UnsayableObject("role", pair[0], "implies \(shown(pair[1]))", isDetail: true)
    }
    return own + implied
  }

  private var projectDetails: [UnsayableObject] {
    projects.flatMap { project in
      Self.details(of: project.options).map {
        UnsayableObject("project", project.name, $0, isDetail: true)
      }
    }
  }

  private var userDetails: [UnsayableObject] {
    users.flatMap { user in
      Self.details(of: user.options).map {
        UnsayableObject("user", user.name, $0, isDetail: true)
      }
    }
  }

  private static func details(of options: JSONObject) -> [String] {
    let names = options.map(\.key).filter { ResourceOption(rawValue: $0) == nil }.sorted()
    let list = names.joined(separator: ", ")
    return names.isEmpty ? [] : ["has options: \(list)"]
  }

  private func shown(_ name: String) -> String { PrintableText.quoted(name, in: .seed) }

  // MARK: Grants

  /// All but those of a user, a project and a role that a seed can name.
  private var otherGrants: [UnsayableObject] {
    let names = V3GrantNames(self)
    return grants.compactMap { grant in
      guard !names.isSayable(grant), !names.isBootstrapped(grant) else { return nil }
      return UnsayableObject(
        "assignment",
        names.words(for: grant),
        "is of a kind that v3 alone has"
      )
    }
  }
}

/// Says grants, which are IDs, by the names of what they are about.
private struct V3GrantNames {
  private let users: [String: String]
  private let groups: [String: String]
  private let projects: [String: String]
  private let domains: [String: String]
  private let globalRoles: [String: String]
  private let domainRoles: [String: String]

  init(_ cloud: V3UnsayableCloud) {
    func names(_ pairs: [(String, String)]) -> [String: String] {
      Dictionary(pairs) { first, _ in first }
    }
    users = names(cloud.users.map { ($0.id, $0.name) })
    groups = names(cloud.groups.map { ($0.id, $0.name) })
    projects = names(cloud.projects.map { ($0.id, $0.name) })
    domains = names(cloud.domains.map { ($0.id, $0.name) })
    globalRoles = names(cloud.roles.map { ($0.id, $0.name) })
    domainRoles = names(cloud.domainRoles.map { ($0.id, $0.name) })
  }

  /// Whether a seed can say it.
  func isSayable(_ grant: V3Grant) -> Bool {
    let isKnown =
      switch grant.actor {
      case .user(let id): users[id] != nil
      case .group(let id): groups[id] != nil
      }
    guard isKnown, globalRoles[grant.roleID] != nil else { return false }
    return switch grant.scope {
    case .project(let id): projects[id] != nil
    case .domain(let id): domains[id] != nil
    case .system: true
    case .projectsBelow(let id): projects[id] != nil
    case .projectsOfDomain(let id): domains[id] != nil
    }
  }

  /// Whether `keystone-manage bootstrap` makes it: the user admin is one of the whole system.
  func isBootstrapped(_ grant: V3Grant) -> Bool {
    guard case .user(let user) = grant.actor, grant.scope == .system else { return false }
    return users[user] == "admin" && globalRoles[grant.roleID] == "admin"
  }

  func words(for grant: V3Grant) -> String {
    let holder =
      switch grant.actor {
      case .user(let id): "user \(users[id] ?? id)"
      case .group(let id): "group \(groups[id] ?? id)"
      }
    let place =
      switch grant.scope {
      case .project(let id): "in \(projects[id] ?? id)"
      case .domain(let id): "on the domain \(domains[id] ?? id)"
      case .system: "on the system"
      case .projectsBelow(let id): "in all projects below \(projects[id] ?? id)"
      case .projectsOfDomain(let id): "in all projects of the domain \(domains[id] ?? id)"
      }
    let role = globalRoles[grant.roleID] ?? domainRoles[grant.roleID] ?? grant.roleID
    return "\(holder) has \(role) \(place)"
  }
}
