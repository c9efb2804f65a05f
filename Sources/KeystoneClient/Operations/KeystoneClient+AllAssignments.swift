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
    try await assignments([("effective", "1")]).map(\.record)
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
    let list = try await assignments(userID.map { [("user.id", $0)] } ?? [])
    // Here it stands for those below its project, and not for the project itself.
    return list.filter { !$0.isInherited }.map(\.record)
  }

  private func assignments(
    _ query: [(name: String, value: String)]
  ) async throws(KeystoneError) -> [AssignmentRow] {
    let call = Call(.get, "role_assignments", query: query)
    return try await send(call, over: v3).document(as: AssignmentList.self).rows
  }
}

/// An assignment of a user on a project, which is a tenant.
private struct AssignmentRow {
  let record: AssignmentRecord
  /// Whether it says `inherited_to`.
  let isInherited: Bool
}

/// What a list of v3 assignments is read for: those of users on projects.
private struct AssignmentList: JSONRecord {
  let rows: [AssignmentRow]

  init(_ document: JSONRow) throws(ShapeFault) {
    var rows: [AssignmentRow] = []
    for row in try document.wholeRows("role_assignments") {
      let scope = try row.row("scope")
      guard let user = try row.optionalRow("user"),
        let tenant = try scope.optionalRow("project")
      else { continue }
      let record = AssignmentRecord(
        userID: try user.requiredText("id"),
        tenantID: try tenant.requiredText("id"),
        roleID: try row.row("role").requiredText("id")
      )
      let isInherited = scope["OS-INHERIT:inherited_to"] != nil
      rows.append(AssignmentRow(record: record, isInherited: isInherited))
    }
    self.rows = rows
  }
}
