extension KeystoneClient {
  /// Every role that a user has on a tenant, as v2.0 would say it pair by pair.
  ///
  /// v2.0 has no list of assignments, and a request for each of ten thousand pairs takes minutes. It
  /// reads the v3 that the same server has beside v2.0: `effective` lists what groups and
  /// inheritance give as well, by the very function that v2.0's routes call
  /// (`keystone.assignment.core`, `list_role_assignments`). Users of other domains are among them.
  ///
  /// - Returns: The assignments, in no order.
  /// - Throws: ``KeystoneError`` where there is no v3, or no list that is known to be whole.
  public func allAssignments() async throws(KeystoneError) -> [AssignmentRecord] {
    // Here an inherited row stands for each project that it holds on, though it says inherited_to.
    try await assignments([("effective", "1")]) { _ in true }
  }

  /// The roles that were granted to a user on a tenant, and so can be revoked there.
  ///
  /// What comes from a group, by inheritance or by implication is not among them: v2.0 shows it as
  /// the user's own, and answers 404 when it is to be revoked.
  ///
  /// - Parameter userID: The user whose they are; nil for everybody's.
  /// - Returns: The assignments, in no order.
  /// - Throws: ``KeystoneError`` where there is no v3, or no list that is known to be whole.
  public func directAssignments(
    ofUser userID: String? = nil
  ) async throws(KeystoneError) -> [AssignmentRecord] {
    // Here it stands for those below its project, and not for the project itself.
    try await assignments(userID.map { [("user.id", $0)] } ?? []) { scope in
      scope["OS-INHERIT:inherited_to"] == nil
    }
  }

  /// Those of users on projects, which are tenants.
  private func assignments(
    _ query: [(name: String, value: String)],
    where isWanted: @escaping @Sendable (_ scope: JSONRow) -> Bool
  ) async throws(KeystoneError) -> [AssignmentRecord] {
    let call = Call(.get, "role_assignments", query: query)
    return try await list(call, "role_assignments", over: v3) { row throws(ShapeFault) in
      let scope = try row.row("scope")
      guard let user = try row.optionalRow("user"),
        let tenant = try scope.optionalRow("project"), isWanted(scope)
      else { return nil }
      return AssignmentRecord(
        userID: try user.requiredText("id"),
        tenantID: try tenant.requiredText("id"),
        roleID: try row.row("role").requiredText("id")
      )
    }
  }
}
