extension SandboxState {
  /// Every assignment, whichever table has it.
  var allAssignments: [Assignment] {
    grants.all.map { membership, roleID in
      Assignment(
        actor: .user(membership.userID),
        target: .project(membership.tenantID),
        roleID: roleID
      )
    } + derivedGrants.assignments
  }

  /// Whether that was granted.
  func contains(_ assignment: Assignment) -> Bool {
    guard let membership = membership(of: assignment) else {
      return derivedGrants.contains(assignment)
    }
    return grants.roles(of: membership).contains(assignment.roleID)
  }

  /// Grants a role, again if need be, after a look at all that the assignment names.
  ///
  /// - Throws: A 404 for what is not there, on Pike here for a role or a target alone; a 403 or 400 for
  ///   a domain's role in a place that it can't be in.
  mutating func grant(_ assignment: Assignment) throws(Refusal) {
    let role = try role(assignment.roleID)
    if release != .pike { try requireActor(assignment.actor) }
    switch assignment.target {
    case .system:
      guard role.domainID == .null else { throw .domainRoleOnSystem(role.id) }
    case .domain(let id):
      _ = try domain(id)
    case .project(let id):
      let project = try project(id)
      guard role.domainID == .null || role.domainID.string == project.domainID else {
        throw .domainRoleElsewhere(role.id, project: id)
      }
    }
    if let membership = membership(of: assignment) {
      _ = grants.insert(role.id, for: membership)
    } else {
      derivedGrants.insert(assignment)
    }
  }

  /// Takes a role away, and on Pike the tokens that had it along.
  mutating func revoke(_ assignment: Assignment) throws(Refusal) {
    _ = try role(assignment.roleID)
    if let membership = membership(of: assignment) {
      guard revoke(assignment.roleID, for: membership) else { throw noGrant(assignment) }
      return
    }
    guard derivedGrants.remove(assignment) else { throw noGrant(assignment) }
    for userID in holders(of: assignment) {
      if case .project(let id) = assignment.target, !assignment.isInherited {
        endTokens(ofUser: userID, in: id)
      } else {
        endStoredTokens(ofUser: userID)
      }
    }
  }

  /// The 404 for an assignment that there is not.
  func noGrant(_ assignment: Assignment) -> Refusal {
    let holder =
      switch assignment.actor {
      case .user(let id), .group(let id): id
      }
    let target =
      switch assignment.target {
      case .project(let id), .domain(let id): id
      case .system: "system"
      }
    let places = release == .pike ? "project or domain" : "project, domain, or system"
    return .notFound(
      "Could not find role assignment with role: \(assignment.roleID), user or group: \(holder), "
        + "\(places): \(target)."
    )
  }

  private func holders(of assignment: Assignment) -> [String] {
    switch assignment.actor {
    case .user(let id): [id]
    case .group(let id): derivedGrants.members.filter { $0.groupID == id }.map(\.userID)
    }
  }

  private func requireActor(_ actor: Assignment.Actor) throws(Refusal) {
    switch actor {
    case .user(let id): _ = try user(id)
    case .group(let id): _ = try group(id)
    }
  }

  /// The place in the table of grants, if it has one for such an assignment.
  private func membership(of assignment: Assignment) -> GrantTable.Membership? {
    guard case .user(let userID) = assignment.actor,
      case .project(let id) = assignment.target, !assignment.isInherited
    else { return nil }
    return GrantTable.Membership(userID: userID, tenantID: id)
  }
}

extension Refusal {
  fileprivate static func domainRoleOnSystem(_ id: String) -> Refusal {
    .badRequest(
      "Role \(id) is a domain-specific role. Unable to use a domain-specific role in a system "
        + "assignment."
    )
  }

  fileprivate static func domainRoleElsewhere(_ id: String, project: String) -> Refusal {
    .forbidden("Project \(project) must be in the same domain as the role \(id) being assigned.")
  }
}
