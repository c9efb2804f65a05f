internal import IdentityModel

extension SeedDecoder {
  private typealias AssignmentKey = SeedSchema.AssignmentKey
  private typealias Fields = [NodeReader.Field<AssignmentKey>]

  /// The assignments in a list, without those that cannot be read.
  mutating func assignments(in node: YAMLNode, as noun: String) -> [AssignmentEntry] {
    let hint = "write - {role: reader, user: alice, project: web}"
    return (reader.items(of: node, as: noun, hint: hint) ?? []).compactMap { assignment(in: $0) }
  }

  private mutating func assignment(in node: YAMLNode) -> AssignmentEntry? {
    guard let fields = reader.fields(of: node, as: AssignmentKey.self) else { return nil }
    let place = reader.location(of: node)
    // Each is looked at, so that all that is wrong with it is said at once.
    let roles = roles(among: fields, at: place)
    let holder = holder(among: fields, at: place)
    let scope = scope(among: fields, at: place)
    guard let roles, let holder, let scope else { return nil }
    return AssignmentEntry(
      holder: holder,
      scope: scope.scope,
      roles: roles,
      inherited: scope.inherited
    )
  }

  private mutating func roles(
    among fields: Fields,
    at place: FileLocation
  ) -> [Located<RoleReference>]? {
    let hint = "write role: reader, or roles: [reader, member]"
    guard
      let field = one(of: [.role, .roles], among: fields, at: place, lacking: "a role", hint: hint)
    else { return nil }
    if field.key == .roles {
      let roles = roleReferences(in: field.value, as: "roles", hint: hint)
      return roles.isEmpty ? nil : roles
    }
    return roleReference(to: field.value, as: "role").map { [$0] }
  }

  private mutating func holder(
    among fields: Fields,
    at place: FileLocation
  ) -> Located<RoleAssignment.Holder>? {
    let field = one(
      of: [.user, .group],
      among: fields,
      at: place,
      lacking: "a user or a group",
      hint: "write user: alice, or group: operators"
    )
    guard let field, let name = reference(to: field.value, as: field.key.rawValue) else {
      return nil
    }
    return Located(field.key == .user ? .user(name.value) : .group(name.value), at: name.location)
  }

  private mutating func scope(
    among fields: Fields,
    at place: FileLocation
  ) -> (scope: Located<RoleAssignment.Scope>, inherited: FileLocation?)? {
    let field = one(
      of: [.tenant, .project, .domain, .system],
      among: fields,
      at: place,
      lacking: "a scope",
      hint: "write project: web, domain: heat or system: all"
    )
    let inherited = fields.first { $0.key == .inherited }.flatMap { field in
      flag(of: field.value, as: "inherited").flatMap { $0.value ? field.location : nil }
    }
    guard let field, let scope = scope(in: field) else { return nil }
    guard let inherited else { return (scope, nil) }
    guard let below = scope.value.inherited else {
      reader.diagnostics.error(
        "what is on the system can't be inherited",
        at: inherited,
        hint: "projects inherit from a domain, or from a project above them"
      )
      return nil
    }
    return (Located(below, at: scope.location), inherited)
  }

  private mutating func scope(
    in field: NodeReader.Field<AssignmentKey>
  ) -> Located<RoleAssignment.Scope>? {
    switch field.key {
    case .domain:
      guard let name = name(of: field.value, as: "domain") else { return nil }
      let domain = Self.domain(called: name.value) ?? Domain.defaultName.name
      return Located(.domain(domain), at: name.location)
    case .system:
      guard let word = text(of: field.value, as: "system") else { return nil }
      guard word.value == "all" else {
        reader.diagnostics.error("system can only be all", at: word.location)
        return nil
      }
      return Located(.system, at: word.location)
    case .tenant, .project:
      guard let name = reference(to: field.value, as: field.key.rawValue) else { return nil }
      return Located(.tenant(name.value), at: name.location)
    case .role, .roles, .user, .group, .inherited:
      return nil
    }
  }

  /// The one field that there is of some; reports it where there is none, or more.
  private mutating func one(
    of keys: [AssignmentKey],
    among fields: Fields,
    at place: FileLocation,
    lacking noun: String,
    hint: String
  ) -> NodeReader.Field<AssignmentKey>? {
    let found = fields.filter { keys.contains($0.key) }
    guard let first = found.first else {
      reader.diagnostics.error("an assignment must have \(noun)", at: place, hint: hint)
      return nil
    }
    guard found.count > 1 else { return first }
    let words = found.map { "\"\($0.key.rawValue)\"" }.joined(separator: " and ")
    let isScope = keys.contains(.system)
    reader.diagnostics.error(
      isScope
        ? "an assignment has one scope, not \(words)"
        : "an assignment can't have \(words)",
      at: found[1].location,
      hint: isScope
        ? "for a user or project of another domain write {name: p, domain: heat}"
        : "write an item for each"
    )
    return nil
  }
}
