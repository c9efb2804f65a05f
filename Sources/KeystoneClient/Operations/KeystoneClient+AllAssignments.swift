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
    let v3 = Channel(base: base.root + "/v3", transport: admin.transport)
    let call = Call(.get, "role_assignments", query: [("effective", "1")])
    return try await send(call, over: v3).document(as: AssignmentList.self).assignments
  }
}

/// What a list of v3 assignments is read for: those of a user on a project, which is a tenant.
private struct AssignmentList: JSONRecord {
  let assignments: [AssignmentRecord]

  /// Reads it; v3 cuts a list off at `list_limit` and says so (`keystone.common.controller`).
  init(_ document: JSONRow) throws(ShapeFault) {
    guard document["truncated"] == nil || document["truncated"] == .bool(false) else {
      throw ShapeFault("the list is truncated by the server")
    }
    var assignments: [AssignmentRecord] = []
    for row in try document.rows("role_assignments") {
      guard let user = try row.optionalRow("user"),
        let tenant = try row.row("scope").optionalRow("project")
      else { continue }
      assignments.append(
        AssignmentRecord(
          userID: try user.requiredText("id"),
          tenantID: try tenant.requiredText("id"),
          roleID: try row.row("role").requiredText("id")
        )
      )
    }
    self.assignments = assignments
  }
}
