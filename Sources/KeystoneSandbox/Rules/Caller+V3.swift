extension Caller {
  /// Who may do something over v3, as its default policies have it.
  enum Rule {
    /// An administrator of the cloud.
    case admin
    /// And who has a role on the system.
    case reader
    /// And who has a role, by a token for that domain, in it. An administrator of any domain passes
    /// for each, on the newest release.
    case domainReader(String?)
    /// An administrator of the cloud, or who manages that domain, by a token for it. An administrator
    /// of any domain passes for each, on the newest release: only lists end at the own one.
    case domainAdmin(String?)
    /// Whoever may see a user, or that user.
    case domainReaderOrSelf(String?, String)
    /// An administrator of the cloud, or that user.
    case adminOrSelf(String)
    /// An administrator of the cloud, who before the newest release had to be one of the system.
    case limitAdmin
    /// That user alone.
    case `self`(String)
    /// Anybody with a token.
    case anybody
  }

  /// The domain that the token is for, nil for any other scope.
  var scopeDomainID: String? {
    if case .user(let token) = kind { token.domainID } else { nil }
  }

  var userID: String? {
    if case .user(let token) = kind { token.userID } else { nil }
  }

  /// Refuses a caller whom the rule does not let.
  func require(
    _ rule: Rule,
    _ action: String,
    _ release: SandboxRelease
  ) throws(Refusal) {
    if case .anonymous = kind { throw .unauthorized() }
    guard passes(rule, release) else { throw .notAllowed(action: "identity:\(action)") }
  }

  /// Whether the rule lets the caller.
  func passes(_ rule: Rule, _ release: SandboxRelease) -> Bool {
    switch kind {
    case .anonymous: false
    case .adminToken: true
    case .user(let token): allows(rule, token, release)
    }
  }

  private func allows(_ rule: Rule, _ token: Token, _ release: SandboxRelease) -> Bool {
    if isCloudAdmin(token, release) {
      switch rule {
      case .self(let id): return token.userID == id
      case .limitAdmin: return release == .current || token.isSystem
      case .admin, .reader, .domainReader, .domainAdmin, .domainReaderOrSelf, .adminOrSelf,
        .anybody:
        return true
      }
    }
    let isAnyDomainsAdmin = release == .current && token.domainID != nil && has("admin")
    switch rule {
    case .anybody: return true
    case .admin, .limitAdmin: return false
    case .self(let id), .adminOrSelf(let id): return token.userID == id
    case .reader: return token.isSystem && has("reader")
    case .domainReaderOrSelf(let domainID, let id):
      return token.userID == id || allows(.domainReader(domainID), token, release)
    case .domainReader(let id):
      guard release != .pike else { return false }
      guard !isAnyDomainsAdmin || id == nil else { return true }
      return token.isSystem && has("reader")
        || token.domainID != nil && token.domainID == id
          && (has("reader") || isDomainAdmin(release))
    case .domainAdmin(let id):
      guard !isAnyDomainsAdmin || id == nil else { return true }
      return token.domainID != nil && token.domainID == id && isDomainAdmin(release)
    }
  }

  private func isCloudAdmin(_ token: Token, _ release: SandboxRelease) -> Bool {
    has("admin") && (token.domainID == nil || release.trustsDomainAdmins)
  }

  private func isDomainAdmin(_ release: SandboxRelease) -> Bool {
    release == .current && (has("admin") || has("manager"))
  }

  /// Whether one of the roles has that name, whatever its case.
  func has(_ role: String) -> Bool {
    roleNames.contains { $0.lowercased() == role }
  }
}
