/// A role that a user or a group was granted on something; it has no ID of its own.
public struct V3Grant: Hashable, Sendable {
  /// Who has it.
  public var actor: V3Actor
  /// On what.
  public var scope: V3GrantScope
  /// The ID of the role.
  public var roleID: String

  /// Makes a grant.
  public init(_ actor: V3Actor, _ scope: V3GrantScope, roleID: String) {
    self.actor = actor
    self.scope = scope
    self.roleID = roleID
  }
}

extension V3Grant {
  /// Where it is written, looked up and taken away (`keystone.api.projects`, `domains`, `system` and
  /// `os_inherit`).
  var path: [String] {
    switch scope {
    case .project(let id): ["projects", id] + ends
    case .domain(let id): ["domains", id] + ends
    case .system: ["system"] + ends
    case .projectsBelow(let id): ["OS-INHERIT", "projects", id] + ends + ["inherited_to_projects"]
    case .projectsOfDomain(let id):
      ["OS-INHERIT", "domains", id] + ends + ["inherited_to_projects"]
    }
  }

  private var ends: [String] {
    switch actor {
    case .user(let id): ["users", id, "roles", roleID]
    case .group(let id): ["groups", id, "roles", roleID]
    }
  }
}

extension V3Grant: JSONRecord {
  init(_ row: JSONRow) throws(ShapeFault) {
    if let user = try row.optionalRow("user") {
      actor = .user(try user.requiredText("id"))
    } else {
      actor = .group(try row.row("group").requiredText("id"))
    }
    scope = try V3GrantScope(row.row("scope"))
    roleID = try row.row("role").requiredText("id")
  }
}
