/// What a role is granted on.
public enum V3GrantScope: Hashable, Sendable {
  /// The project with that ID.
  case project(String)
  /// The domain with that ID itself, which its projects take no part in.
  case domain(String)
  /// The system.
  case system
  /// All projects below that one, and not itself.
  case projectsBelow(String)
  /// All projects of that domain, and not itself.
  case projectsOfDomain(String)
}

extension V3GrantScope {
  /// The scope as a row of a list has it.
  init(_ row: JSONRow) throws(ShapeFault) {
    let isInherited = row["OS-INHERIT:inherited_to"] != nil
    if let project = try row.optionalRow("project") {
      let id = try project.requiredText("id")
      self = isInherited ? .projectsBelow(id) : .project(id)
    } else if let domain = try row.optionalRow("domain") {
      let id = try domain.requiredText("id")
      self = isInherited ? .projectsOfDomain(id) : .domain(id)
    } else {
      _ = try row.row("system")
      self = .system
    }
  }
}
