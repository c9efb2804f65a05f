import Texts

/// How to be let in.
extension ConnectionResolver {
  /// What lets in, and over which version.
  struct Access {
    let authentication: ConnectionSettings.Authentication
    let version: VersionWish
  }

  /// A token; nil without one.
  func tokenAccess(
    _ type: AuthenticationType?,
    _ named: NamedVersion?
  ) throws(ConnectionError) -> Access? {
    guard loginOption == nil else { return nil }
    let (token, endpoint) = (try checked(.token), try checked(.endpoint))
    switch (token, endpoint) {
    case (nil, nil):
      if type?.method == .token || type?.method == .adminToken {
        throw .incompleteToken(missing: .token)
      }
      return nil
    case (nil, _?):
      throw .incompleteToken(missing: .token)
    case (let token?, nil):
      guard isExchanged(token, type), let authURL = try checked(.authURL) else {
        throw .incompleteToken(missing: .endpoint)
      }
      try check(token, of: .token, mayGoTo: authURL)
      let scope = try scope()
      return try access(.token(token.secret, scope), at: authURL, named)
    case (let token?, let endpoint?):
      try check(token, of: .token, mayGoTo: endpoint)
      let url = try url(endpoint, of: .endpoint)
      return Access(
        authentication: .token(token.secret, endpoint: url),
        version: version(named, at: url, of: .endpoint)
      )
    }
  }

  /// A login by a password or an application credential.
  func loginAccess(
    _ type: AuthenticationType?,
    _ named: NamedVersion?,
    _ askPassword: (_ user: String) throws -> Secret?
  ) throws -> Access {
    for setting in ConnectionSetting.allCases where setting.isOfLogin { _ = try checked(setting) }
    return try isByCredential(type)
      ? credentialAccess(named) : passwordAccess(named, askPassword)
  }

  private func passwordAccess(
    _ named: NamedVersion?,
    _ askPassword: (_ user: String) throws -> Secret?
  ) throws -> Access {
    let (authURL, user) = (self[.authURL], user)
    let given = password(for: user?.setting, at: authURL)
    var missing: [ConnectionSetting] = []
    if user == nil { missing.append(.username) }
    if given == nil { missing.append(.password) }
    if authURL == nil { missing.append(.authURL) }
    guard missing.count < 3 else { throw ConnectionError.nothingGiven }
    guard let user, let authURL else {
      throw ConnectionError.incompleteLogin(missing: missing)
    }
    let scope = try scope()
    // What may be wrong with the login is said before anybody is asked for a password.
    let login = Credentials.password(reference(to: user), Secret(""), scope)
    _ = try access(login, at: authURL, named)
    if let given { try check(given, of: .password, mayGoTo: authURL) }
    guard let password = try given?.secret ?? askPassword(user.setting.text) else {
      throw ConnectionError.incompleteLogin(missing: missing)
    }
    return try access(.password(reference(to: user), password, scope), at: authURL, named)
  }

  private func credentialAccess(
    _ named: NamedVersion?
  ) throws(ConnectionError) -> Access {
    let (authURL, secret) = (self[.authURL], self[.applicationCredentialSecret])
    let (id, name) = (self[.applicationCredentialID], self[.applicationCredentialName])
    var missing: [ConnectionSetting] = []
    if id == nil, name == nil { missing.append(.applicationCredentialID) }
    if id == nil, name != nil, user == nil { missing.append(.username) }
    if secret == nil { missing.append(.applicationCredentialSecret) }
    if authURL == nil { missing.append(.authURL) }
    let credential: Credentials.ApplicationCredential? =
      if let id { .id(id.text) } else if let name, let user {
        .name(name.text, of: reference(to: user))
      } else { nil }
    guard let credential, let secret, let authURL else {
      throw .incompleteLogin(missing: missing)
    }
    let login = Credentials.applicationCredential(credential, secret: secret.secret)
    let access = try access(login, at: authURL, named)
    let scopes = [project?.setting, self[.systemScope]]
    if let scope = scopes.compactMap(\.self).first { throw .scopeOfCredential(scope.source) }
    try check(secret, of: .applicationCredentialSecret, mayGoTo: authURL)
    return access
  }

  /// A login, once nothing is in it that is not of its version.
  private func access(
    _ credentials: Credentials,
    at authURL: GivenSetting,
    _ named: NamedVersion?
  ) throws(ConnectionError) -> Access {
    let url = try url(authURL, of: .authURL)
    let word =
      switch credentials {
      case .applicationCredential:
        ConnectionSetting.ofApplicationCredential.compactMap { self[$0] }.first
      case .password(_, _, let scope): wordOfV3(in: scope, user: user)
      case .token(_, let scope): wordOfV3(in: scope, user: nil)
      }
    let version = version(named, at: url, of: .authURL, word: word)
    try check(word, over: version)
    try checkOtherLogins()
    return Access(authentication: .login(credentials, authURL: url), version: version)
  }

  /// Whether a token without an endpoint is one that another is made of, as today's clients mean it.
  private func isExchanged(_ token: GivenSetting, _ type: AuthenticationType?) -> Bool {
    if let type { return type.method == .token }
    guard user == nil else { return false }
    if case .variable(let name) = token.source {
      return ConnectionSetting.newerTokenVariables.contains(name)
    }
    return token.isOfCloud
  }

  /// Whether an application credential logs in: since the type says so, or since it is there.
  private func isByCredential(_ type: AuthenticationType?) throws(ConnectionError) -> Bool {
    if let type { return type.method == .applicationCredential }
    let given = ConnectionSetting.ofApplicationCredential.compactMap { self[$0] }
    guard let credential = given.first else { return false }
    if let password = password(for: user?.setting, at: self[.authURL]), user != nil {
      throw .twoLogins(password.source, credential.source)
    }
    return true
  }

  private func url(_ given: GivenSetting, of setting: ConnectionSetting) throws(ConnectionError)
    -> KeystoneURL
  {
    let text = given.text
    do throws(KeystoneURL.Problem) {
      return try KeystoneURL(text)
    } catch {
      // Where there is an `@` there may be a password before it.
      throw .invalidURL(setting, error, text: text.contains("@") ? nil : text)
    }
  }
}

extension ConnectionSetting {
  /// Whether it is a part of a login.
  fileprivate var isOfLogin: Bool {
    switch self {
    case .apiVersion, .token, .endpoint, .region, .caCertificate, .certificate, .key: false
    case .username, .userID, .userDomainName, .userDomainID, .password, .tenantName, .tenantID,
      .applicationCredentialID, .applicationCredentialName, .applicationCredentialSecret,
      .projectDomainName, .projectDomainID, .domainName, .domainID, .defaultDomainName,
      .defaultDomainID, .systemScope, .authURL:
      true
    }
  }
}
