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
    let name = sent["name"]?.string ?? ""
    guard applicationCredentials.named(name, in: token.userID) == nil else {
      throw .taken("application_credential", name)
    }
    let credential = ApplicationCredential(
      id: RandomID.hex(),
      name: name,
      description: sent["description"] ?? .null,
      userID: token.userID,
      projectID: token.tenantID ?? "",
      unrestricted: sent["unrestricted"] ?? .null,
      expires: sent["expires_at"] ?? .null,
      roleIDs: try roleIDs(sent["roles"], of: token),
      accessRuleIDs: try accessRuleIDs(sent["access_rules"], of: token.userID),
      secret: hash
    )
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

  /// The rules that are sent, in full or by the id of one that the user has; a list of none is as
  /// good as none at all.
  private mutating func accessRuleIDs(
    _ sent: JSONValue?,
    of userID: String
  ) throws(Refusal) -> [String]? {
    guard case .array(let elements) = sent, !elements.isEmpty else { return nil }
    var ids: [String] = []
    for element in elements.compactMap(\.object) {
      if let id = element["id"]?.string {
        guard accessRules[id]?.userID == userID else { throw .escaped }
        ids.append(id)
        continue
      }
      guard let service = element["service"], let path = element["path"],
        let method = element["method"]
      else { throw .escaped }
      guard path.string?.hasPrefix("/") ?? false else {
        let what = "\(PythonText.of(path)) does not match '^/\\\\.*'"
        throw Breach(release: release, path: ["path"]).refusal("pattern", what, path)
      }
      let rule = AccessRule(
        id: RandomID.hex(),
        userID: userID,
        service: service,
        path: path,
        method: method
      )
      let known = accessRules.all.first { $0.allows(rule) } ?? rule
      accessRules.store(known)
      ids.append(known.id)
    }
    return ids
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
