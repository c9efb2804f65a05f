internal import IdentityModel
internal import Texts

/// Writes a state as the seed that asks for it: the way back of decoding and resolving.
///
/// The same state is the same text, whatever the order in which it came. What must be absent is not
/// written, since a state that was read off a cloud has no such thing.
struct SeedWriter {
  let desired: DesiredState
  private let passwordVariables: [QualifiedName: String]
  let assignments: [RoleAssignment.Holder: [RoleAssignment]]
  /// Those that no user's and no group's own words say.
  let otherAssignments: [RoleAssignment]
  private let memberships: [QualifiedName: [Membership]]
  private let implications: [QualifiedName: [Implication]]
  private let roleNames: Set<QualifiedName>
  private let limits: LimitsWriter
  let saysProjects: Bool

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
    limits = LimitsWriter(desired)
    let roles = Set(desired.roles.map(\.name))
    var byHolder: [RoleAssignment.Holder: [RoleAssignment]] = [:]
    var others: [RoleAssignment] = []
    for assignment in desired.assignments {
      if assignment.isShort(among: roles), desired.declaresAll(like: assignment) {
        byHolder[assignment.holder, default: []].append(assignment)
      } else {
        others.append(assignment)
      }
    }
    assignments = byHolder
    otherAssignments = others
    memberships = Dictionary(grouping: desired.memberships, by: \.group)
    implications = Dictionary(grouping: desired.implications, by: \.role)
    roleNames = roles
  }

  /// The sections that have something in them, with a blank line between two.
  var text: String {
    let services = ServiceSectionWriter(desired)
    let sections: [(key: SeedSchema.RootKey, value: YAMLValue?)] = [
      (.regions, services.regions),
      (.roles, roles(of: nil)),
      (saysProjects ? .projects : .tenants, tenants(of: nil)),
      (.groups, groups(of: nil)),
      (.users, users(of: nil)),
      (.assignments, assignmentSection),
      (.domains, domains),
      (.services, services.services),
    ]
    return sections.compactMap { section in
      section.value.map { YAMLValue.Pair(section.key, $0).source(depth: 0) }
    }.joined(separator: "\n")
  }

  /// How long the list of roles may be to stand on one line.
  private static let longestList = 80

  private func roles(of domain: Name?) -> YAMLValue? {
    let roles = desired.roles.filter { $0.name.domain == domain }.sorted { $0.name < $1.name }
    let isPlain = roles.allSatisfy { role in
      role.fields.isEmpty && !desired.rolesWithDeclaredImplications.contains(role.name)
    }
    guard isPlain else {
      return section(roles, named: \.name) { role in
        [
          role.description.map { .init(SeedSchema.RoleKey.description, .escaped($0)) },
          options(role.options).map { .init(SeedSchema.RoleKey.options, $0) },
          implied(by: role.name).map { .init(SeedSchema.RoleKey.implies, $0) },
        ]
      }
    }
    let names = roles.map(\.name.text)
    guard !names.isEmpty else { return nil }
    let escaped = names.map(InterpolatedText.escaping)
    let length = escaped.reduce(0) { $0 + $1.utf8.count + 2 }
    return length > Self.longestList ? .items(escaped.map { .text($0) }) : .list(escaped)
  }

  /// What comes with a role; nil where nothing is to be said of it.
  private func implied(by role: QualifiedName) -> YAMLValue? {
    guard desired.rolesWithDeclaredImplications.contains(role) else { return nil }
    let names = (implications[role] ?? []).map(\.implied).sorted()
    // In a domain a plain name is its own role, where it has one of that name.
    func isPlain(_ name: QualifiedName) -> Bool {
      name.domain == role.domain
        || (name.domain == nil && !roleNames.contains(QualifiedName(name.name, of: role.domain)))
    }
    guard !names.allSatisfy(isPlain) else {
      return .list(names.map { InterpolatedText.escaping($0.text) })
    }
    return .items(
      names.map { name in
        isPlain(name)
          ? .escaped(name.text) : Self.reference(to: name.name, of: name.domain?.text ?? "")
      }
    )
  }

  private func tenants(of domain: Name?) -> YAMLValue? {
    let tenants = desired.tenants.filter { $0.name.domain == domain }.sorted { $0.name < $1.name }
    return section(tenants, named: \.name) { tenant in
      [
        tenant.description.map { .init(SeedSchema.TenantKey.description, .escaped($0)) },
        tenant.parent.map { .init(SeedSchema.TenantKey.parent, .escaped($0.text)) },
        tenant.tags.map { tags in
          let texts = tags.sorted().map { InterpolatedText.escaping($0.text) }
          return .init(SeedSchema.TenantKey.tags, .list(texts))
        },
        tenant.enabled.map { .init(SeedSchema.TenantKey.enabled, .flag($0)) },
        options(tenant.options).map { .init(SeedSchema.TenantKey.options, $0) },
        limits.value(of: .tenant(tenant.name)).map { .init(SeedSchema.TenantKey.limits, $0) },
      ]
    }
  }

  private func groups(of domain: Name?) -> YAMLValue? {
    let groups = desired.groups.filter { $0.name.domain == domain }.sorted { $0.name < $1.name }
    return section(groups, named: \.name) { group in
      [
        group.description.map { .init(SeedSchema.GroupKey.description, .escaped($0)) },
        members(of: group.name).map { .init(SeedSchema.GroupKey.members, $0) },
      ]
        + roles(
          of: .group(group.name),
          areDeclared: desired.groupsWithDeclaredRoles.contains(group.name)
        )
    }
  }

  /// The members of a group, those of other domains with theirs; nil where nothing is to be said of them.
  private func members(of group: QualifiedName) -> YAMLValue? {
    guard desired.groupsWithDeclaredMembers.contains(group) else { return nil }
    let users = (memberships[group] ?? []).map(\.user).sorted()
    let length = users.reduce(0) { $0 + $1.text.utf8.count + 2 }
    guard length > Self.longestList || users.contains(where: { $0.domain != group.domain }) else {
      return .list(users.map { InterpolatedText.escaping($0.text) })
    }
    return .items(users.map { Self.reference(to: $0, from: group.domain) })
  }

  /// The options that are set; nil for none.
  private func options(_ options: ResourceOptions) -> YAMLValue? {
    let pairs = ResourceOption.allCases.compactMap { option in
      options[option].map { YAMLValue.Pair(key: option.rawValue, value: Self.value(of: $0)) }
    }
    guard !pairs.isEmpty else { return nil }
    return pairs.count == 1 ? .inline(pairs) : .block(pairs)
  }

  private static func value(of option: ResourceOptions.Value) -> YAMLValue {
    switch option {
    case .flag(let flag): .flag(flag)
    case .rules([]): .list([])
    case .rules(let rules):
      .items(rules.map { .list($0.map { InterpolatedText.escaping($0.text) }) })
    case .absent: .text(SeedSchema.absentWord)
    }
  }

  private func users(of domain: Name?) -> YAMLValue? {
    typealias Key = SeedSchema.UserKey
    let users = desired.users.filter { $0.name.domain == domain }.sorted { $0.name < $1.name }
    return section(users, named: \.name) { user in
      let password = passwordVariables[user.name].map { name in
        YAMLValue.inline([.init(SeedSchema.PasswordKey.env, .text(name))])
      }
      let hasRoles = desired.usersWithDeclaredRoles.contains(user.name)
      let fields: [YAMLValue.Pair?] = [
        user.description.map { .init(Key.description, .escaped($0)) },
        user.email.map { .init(Key.email, .escaped($0)) },
        password.map { .init(Key.password, $0) },
        user.tenant.map {
          .init(saysProjects ? Key.project : .tenant, Self.reference(to: $0, from: domain))
        },
        user.enabled.map { .init(Key.enabled, .flag($0)) },
        options(user.options).map { .init(Key.options, $0) },
      ]
      return fields + roles(of: .user(user.name), areDeclared: hasRoles)
    }
  }

  /// The domains, each with what lives in it.
  private var domains: YAMLValue? {
    typealias Key = SeedSchema.DomainKey
    return section(desired.domains.sorted { $0.name < $1.name }, named: \.name) { domain in
      let name = domain.name.name
      return [
        domain.description.map { .init(Key.description, .escaped($0)) },
        domain.enabled.map { .init(Key.enabled, .flag($0)) },
        options(domain.options).map { .init(Key.options, $0) },
        limits.value(of: .domain(name)).map { .init(Key.limits, $0) },
        roles(of: name).map { .init(Key.roles, $0) },
        tenants(of: name).map { .init(Key.projects, $0) },
        groups(of: name).map { .init(Key.groups, $0) },
        users(of: name).map { .init(Key.users, $0) },
      ]
    }
  }

  /// A name where a value names something: with its domain where that is another one.
  static func reference(to name: QualifiedName, from domain: Name?) -> YAMLValue {
    guard name.domain != domain else { return .escaped(name.text) }
    return reference(to: name.name, of: name.domain?.text ?? Domain.defaultName.text)
  }

  private static func reference(to name: Name, of domain: String) -> YAMLValue {
    .inline([
      .init(SeedSchema.ReferenceKey.name, .escaped(name.text)),
      .init(SeedSchema.ReferenceKey.domain, .escaped(domain)),
    ])
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
