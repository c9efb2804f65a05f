extension SandboxState {
  /// Makes an application credential of the caller's, for the project of his token.
  ///
  /// - Returns: The credential and its secret, which nobody sees again.
  mutating func createApplicationCredential(
    _ sent: JSONObject,
    by token: Token
  ) throws(Refusal) -> (ApplicationCredential, secret: String) {
    let secret = sent["secret"]?.string ?? RandomID.fernet(length: 86)
    let hash: PasswordHash
    do {
      hash = try PasswordHash(of: secret)
    } catch {
      throw .escaped
    }
    let credential = ApplicationCredential(
      id: RandomID.hex(),
      name: sent["name"]?.string ?? "",
      description: sent["description"] ?? .null,
      userID: token.userID,
      projectID: token.tenantID ?? "",
      unrestricted: sent["unrestricted"] ?? .null,
      expires: sent["expires_at"] ?? .null,
      roleIDs: try roleIDs(sent["roles"], of: token),
      secret: hash
    )
    guard applicationCredentials.named(credential.name, in: token.userID) == nil else {
      throw .taken("application_credential", credential.name)
    }
    applicationCredentials.store(credential)
    return (credential, secret)
  }

  /// The credential of a user, or 404.
  func applicationCredential(_ id: String) throws(Refusal) -> ApplicationCredential {
    guard let credential = applicationCredentials[id] else {
      throw .unknown("Application Credential", id)
    }
    return credential
  }

  private func roleIDs(_ sent: JSONValue?, of token: Token) throws(Refusal) -> [String] {
    let own = roles(of: token)
    guard case .array(let wanted) = sent, !wanted.isEmpty else { return own.map(\.id) }
    var ids: [String] = []
    for role in wanted {
      let found = own.first {
        role.object?["id"] == .string($0.id) || role.object?["name"] == .string($0.name)
      }
      guard let found else {
        throw .badRequest(
          "Invalid application credential: Cannot create an application credential with "
            + "unassigned role"
        )
      }
      ids.append(found.id)
    }
    return ids
  }
}
