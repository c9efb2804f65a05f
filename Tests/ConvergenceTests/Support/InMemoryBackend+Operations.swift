import IdentityModel
import Reconciliation
import Texts

@testable import Convergence

extension InMemoryBackend {
  /// What would change a path, or be none of its parts.
  nonisolated func shownUnreachable(_ id: String) -> String? {
    ["", ".", ".."].contains(id) || id.contains("/") ? id : nil
  }

  // MARK: Reading

  func roles(
    ofUser userID: String,
    inTenant tenantID: String
  ) async throws(BackendFailure) -> Set<QualifiedName> {
    let call = BackendCall(.ask, .assignment, "\(userID) in \(tenantID)")
    return try await perform(call) { (tables) throws(BackendFailure) in
      guard tables.users[userID] != nil, tables.tenants[tenantID] != nil else {
        throw .keystone(404)
      }
      let grants = tables.grants.filter { $0.userID == userID && $0.tenantID == tenantID }
      return Set(grants.compactMap { tables.roles[$0.roleID]?.name })
    }
  }

  func users(ofTenant tenantID: String) async throws(BackendFailure) -> Set<String> {
    try await perform(BackendCall(.ask, .user, "of \(tenantID)")) { tables in
      Set(tables.grants.filter { $0.tenantID == tenantID }.compactMap(\.userID))
    }
  }

  func assignments() async -> [AssignmentIDs]? {
    guard listsAssignments else { return nil }
    return try? await perform(BackendCall(.list, .assignment)) { tables in Array(tables.grants) }
  }

  func implications() async throws(BackendFailure) -> Set<ImplicationIDs> {
    try await perform(BackendCall(.list, .implication)) { tables in tables.implications }
  }

  /// As where there is no v3, unless the test says what there is.
  func endpointInterfaces(
    _ part: InterfacePart
  ) async throws(BackendFailure) -> InterfaceList {
    guard let interfaces else { return .notThere }
    return try await perform(BackendCall(.listInterfaces, nil, part.words)) {
      (_) throws(BackendFailure) in try interfaces.list(part)
    }
  }

  func disabledDomain(ofUser user: Live<User>) async -> String? {
    await keystone.tables.disabledDomain
  }

  func directAssignments(
    ofUser userID: String?
  ) async throws(BackendFailure) -> [AssignmentIDs]? {
    guard listsAssignments || capabilities.listsGrants else { return nil }
    return try await perform(BackendCall(.listGranted, .assignment, userID ?? "")) { tables in
      Array(tables.grants.subtracting(tables.indirectGrants))
        .filter { userID == nil || $0.userID == userID }
    }
  }

  func unmanageableEndpoints(
    among rows: [LiveEndpoint]
  ) async throws(BackendFailure) -> Set<String>? {
    try await perform(BackendCall(.listForeign)) { [saysWhatIsForeign] tables in
      guard saysWhatIsForeign else { return nil }
      return Set(tables.endpoints.values.filter { !$0.isManageable }.map(\.id))
    }
  }

  func check(
    _ password: Secret,
    ofUser userID: String
  ) async throws(BackendFailure) -> PasswordCheck {
    try await perform(BackendCall(.login, .user, userID), needsToken: false) { tables in
      tables.check(password, ofUser: userID)
    }
  }

  // MARK: Writing

  func imply(_ ids: ImplicationIDs) async throws(BackendFailure) {
    try await perform(BackendCall(.imply, .role, "\(ids.impliedID) by \(ids.roleID)")) {
      (tables) throws(BackendFailure) in try tables.imply(ids)
    }
  }

  func stopImplying(_ ids: ImplicationIDs) async throws(BackendFailure) {
    try await perform(BackendCall(.stopImplying, .role, "\(ids.impliedID) by \(ids.roleID)")) {
      (tables) throws(BackendFailure) in try tables.stopImplying(ids)
    }
  }

  func grant(_ ids: AssignmentIDs) async throws(BackendFailure) {
    try await perform(BackendCall(.grant, .assignment, await describe(ids))) {
      (tables) throws(BackendFailure) in try tables.grant(ids)
    }
  }

  func revoke(_ ids: AssignmentIDs) async throws(BackendFailure) {
    try await perform(BackendCall(.revoke, .assignment, await describe(ids))) {
      (tables) throws(BackendFailure) in try tables.revoke(ids)
    }
  }

  private func describe(_ ids: AssignmentIDs) async -> String {
    let tables = await keystone.tables
    let (userID, tenantID) = (ids.userID ?? "", ids.tenantID ?? "")
    let user = tables.users[userID]?.user.name.text ?? userID
    let tenant = tables.tenants[tenantID]?.name.text ?? tenantID
    let role = tables.roles[ids.roleID]?.name.text ?? ids.roleID
    return "\(user) has \(role) in \(tenant)"
  }
}
