extension V3Client {
  /// Lists which roles imply which, of all domains.
  public func implications() async throws(KeystoneError) -> [V3Implication] {
    let inferences: [RoleInference] = try await list(
      Call(.get, "role_inferences"),
      "role_inferences"
    )
    return inferences.flatMap { inference in
      inference.implied.map { V3Implication(priorID: inference.prior, impliedID: $0) }
    }
  }

  /// Whether a role implies another one by itself, not by way of a third.
  public func isImplied(_ implication: V3Implication) async throws(KeystoneError) -> Bool {
    try await exists(Self.path(of: implication))
  }

  /// Has a role imply another one; a 409 where it does, a 403 for what may not be implied, as `admin`
  /// (`[assignment] prohibited_implied_role`).
  public func createImplication(_ implication: V3Implication) async throws(KeystoneError) {
    try await send(Call(.put, Self.path(of: implication))).checkIsEmptyOrDocument()
  }

  /// Has a role not imply another one any more; a 404 where it does not.
  public func deleteImplication(_ implication: V3Implication) async throws(KeystoneError) {
    try await send(Call(.delete, Self.path(of: implication))).checkIsEmptyOrDocument()
  }

  private static func path(of implication: V3Implication) -> [String] {
    ["roles", implication.priorID, "implies", implication.impliedID]
  }
}

/// A row of the list: one role with all that it implies.
private struct RoleInference: JSONRecord, Sendable {
  let prior: String
  let implied: [String]

  init(_ row: JSONRow) throws(ShapeFault) {
    prior = try row.row("prior_role").requiredText("id")
    var implied: [String] = []
    for role in try row.rows("implies") { implied.append(try role.requiredText("id")) }
    self.implied = implied
  }
}
