internal import IdentityModel

/// Writes a state as the seed that asks for it: the way back of decoding and resolving.
///
/// The same state is the same text, whatever the order in which it came. What must be absent is not
/// written, since a state that was read off a cloud has no such thing.
struct SeedWriter {
  private let desired: DesiredState
  private let passwordVariables: [QualifiedName: String]
  private let saysProjects: Bool

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - desired: What the seed is to ask for.
  ///   - passwordVariables: The environment variable that each user's password is in.
  ///   - saysProjects: Whether tenants are called projects, as over v3.
  init(
    _ desired: DesiredState,
    passwordVariables: [QualifiedName: String],
    saysProjects: Bool = false
  ) {
    self.desired = desired
    self.saysProjects = saysProjects
    self.passwordVariables = passwordVariables
  }

  /// The sections that have something in them, with a blank line between two.
  var text: String {
    let services = ServiceSectionWriter(desired)
    let sections: [(key: SeedSchema.RootKey, value: YAMLValue?)] = [
      (.regions, services.regions),
      (.roles, roles),
      (saysProjects ? .projects : .tenants, tenants),
      (.users, users),
      (.services, services.services),
    ]
    return sections.compactMap { section in
      section.value.map { YAMLValue.Pair(section.key, $0).source(depth: 0) }
    }.joined(separator: "\n")
  }

  /// How long the list of roles may be to stand on one line.
  private static let longestList = 80

  private var roles: YAMLValue? {
    guard desired.roles.allSatisfy(\.fields.isEmpty) else {
      return section(desired.roles.sorted { $0.name < $1.name }, named: \.name) { role in
        [role.description.map { .init(SeedSchema.RoleKey.description, .escaped($0)) }]
      }
    }
    let names = desired.roles.map(\.name).sorted().map(\.text)
    guard !names.isEmpty else { return nil }
    let escaped = names.map(InterpolatedText.escaping)
    let length = escaped.reduce(0) { $0 + $1.utf8.count + 2 }
    return length > Self.longestList ? .lines(escaped) : .list(escaped)
  }

  private var tenants: YAMLValue? {
    let tenants = desired.tenants.sorted { $0.name < $1.name }
    return section(tenants, named: \.name) { tenant in
      [
        tenant.description.map { .init(SeedSchema.TenantKey.description, .escaped($0)) },
        tenant.enabled.map { .init(SeedSchema.TenantKey.enabled, .flag($0)) },
      ]
    }
  }

  private var users: YAMLValue? {
    typealias Key = SeedSchema.UserKey
    let roles = Dictionary(grouping: desired.assignments, by: \.user)
    let users = desired.users.sorted { $0.name < $1.name }
    return section(users, named: \.name) { user in
      let password = passwordVariables[user.name].map { name in
        YAMLValue.inline([.init(SeedSchema.PasswordKey.env, .text(name))])
      }
      let hasRoles = desired.usersWithDeclaredRoles.contains(user.name)
      return [
        user.description.map { .init(Key.description, .escaped($0)) },
        user.email.map { .init(Key.email, .escaped($0)) },
        password.map { .init(Key.password, $0) },
        user.tenant.map { .init(saysProjects ? Key.project : .tenant, .escaped($0.text)) },
        user.enabled.map { .init(Key.enabled, .flag($0)) },
        hasRoles ? .init(Key.roles, Self.roles(roles[user.name] ?? [])) : nil,
      ]
    }
  }

  private static func roles(_ assignments: [RoleAssignment]) -> YAMLValue {
    let byTenant = Dictionary(grouping: assignments, by: \.tenant).sorted { $0.key < $1.key }
    let pairs = byTenant.map { tenant, assignments in
      let roles = assignments.map(\.role).sorted().map { InterpolatedText.escaping($0.text) }
      return YAMLValue.Pair(key: tenant.text, value: .list(roles))
    }
    return pairs.count == 1 ? .inline(pairs) : .block(pairs)
  }

  /// A section of named entries; an entry without any field has nothing behind its colon.
  private func section<Entry>(
    _ entries: [Entry],
    named name: (Entry) -> QualifiedName,
    fields: (Entry) -> [YAMLValue.Pair?]
  ) -> YAMLValue? {
    guard !entries.isEmpty else { return nil }
    return .block(
      entries.map { entry in
        let pairs = fields(entry).compactMap(\.self)
        return YAMLValue.Pair(
          key: name(entry).text,
          value: pairs.isEmpty ? .nothing : .block(pairs)
        )
      }
    )
  }
}

extension YAMLValue {
  /// A text in which `${` is no placeholder.
  static func escaped(_ text: String) -> YAMLValue { .text(InterpolatedText.escaping(text)) }
}

extension YAMLValue.Pair {
  /// A pair whose key is in a table.
  init(_ key: some MappingKey, _ value: YAMLValue) {
    self.init(key: key.rawValue, value: value)
  }
}
