extension KeystoneSandbox {
  /// Grants a role to a user by way of a new group: v2.0 shows it, and can't take it away.
  ///
  /// - Parameters:
  ///   - roleID: The role, which must exist.
  ///   - userID: The group's one member, who must exist.
  ///   - tenantID: Where the group has the role.
  /// - Returns: The group's id.
  /// - Throws: ``SandboxError/refused(_:)`` with Keystone's words.
  @discardableResult
  public func grantByGroup(
    roleID: String,
    userID: String,
    tenantID: String
  ) throws(SandboxError) -> String {
    try change { state throws(Refusal) in
      let group = try state.createGroup(["name": .string(RandomID.hex())])
      try state.addMember(userID, toGroup: group.id)
      try state.grant(
        Assignment(actor: .group(group.id), target: .project(tenantID), roleID: roleID)
      )
      return group.id
    }
  }

  /// Grants a role to a user in the default domain, from which every tenant inherits it.
  ///
  /// - Parameters:
  ///   - roleID: The role, which must exist.
  ///   - userID: The user.
  /// - Throws: ``SandboxError/refused(_:)`` with Keystone's words.
  public func grantInherited(roleID: String, userID: String) throws(SandboxError) {
    try change { state throws(Refusal) in
      try state.grant(
        Assignment(
          actor: .user(userID),
          target: .domain(SandboxState.domainID),
          roleID: roleID,
          isInherited: true
        )
      )
    }
  }

  /// Lets a role bring another along.
  ///
  /// - Parameters:
  ///   - impliedID: The role that comes along.
  ///   - roleID: The role that brings it.
  /// - Throws: ``SandboxError/refused(_:)`` with Keystone's words.
  public func imply(_ impliedID: String, by roleID: String) throws(SandboxError) {
    try change { state throws(Refusal) in try state.imply(impliedID, by: roleID) }
  }

  /// Switches a service on or off.
  ///
  /// - Parameters:
  ///   - serviceID: The service.
  ///   - isEnabled: Whether catalogs show it.
  /// - Throws: ``SandboxError/refused(_:)`` with Keystone's words.
  public func setService(_ serviceID: String, isEnabled: Bool) throws(SandboxError) {
    try change { state throws(Refusal) in
      _ = try state.updateService(serviceID, ["enabled": .bool(isEnabled)])
    }
  }

  /// Switches the rows of an endpoint on or off.
  ///
  /// - Parameters:
  ///   - endpointID: The id that v2.0 lists, or that of one row.
  ///   - interfaces: The rows' interfaces; as a rule, all.
  ///   - isEnabled: Whether catalogs show them.
  /// - Throws: ``SandboxError/refused(_:)`` with Keystone's words.
  public func setEndpoint(
    _ endpointID: String,
    interfaces: Set<CatalogInterface> = Set(CatalogInterface.allCases),
    isEnabled: Bool
  ) throws(SandboxError) {
    try change { state throws(Refusal) in
      let rows = state.endpoints.all.filter { $0.legacyID == endpointID || $0.id == endpointID }
      guard !rows.isEmpty else { throw .unknown("endpoint", endpointID) }
      for row in rows where interfaces.contains(row.interface) {
        _ = try state.updateEndpointRow(row.id, ["enabled": .bool(isEnabled)])
      }
    }
  }

  private func change<Result: Sendable>(
    _ body: @Sendable (inout SandboxState) throws(Refusal) -> Result
  ) throws(SandboxError) -> Result {
    let outcome = core.withState { state -> Swift.Result<Result, Refusal> in
      do throws(Refusal) {
        let result = try body(&state)
        return .success(result)
      } catch {
        return .failure(error)
      }
    }
    switch outcome {
    case .success(let result): return result
    case .failure(let refusal): throw .refused(refusal.message)
    }
  }
}
