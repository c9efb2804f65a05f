import IdentityModel

/// Option before environment before `clouds.yaml`: what they say together.
struct ConnectionResolver {
  let options: ConnectionOptions
  let environment: Environment
  let cloud: Cloud?

  /// The settings, and what is odd about them.
  struct Resolution: Hashable, Sendable {
    var settings: ConnectionSettings
    var warnings: [ConnectionWarning]
  }

  /// Puts the settings together.
  ///
  /// - Parameter askPassword: Asks a person for the password of that user, if there is one.
  /// - Returns: The settings, with warnings for whoever gave them.
  /// - Throws: ``ConnectionError``, or what `askPassword` throws.
  func resolve(
    askPassword: (_ user: String) throws -> Secret?
  ) throws -> Resolution {
    try checkVersion()
    let authentication =
      try tokenAuthentication() ?? passwordAuthentication(askPassword)
    if self[.key] != nil, self[.certificate] == nil {
      throw ConnectionError.keyWithoutCertificate
    }
    let settings = ConnectionSettings(
      authentication: authentication,
      region: self[.region],
      caCertificate: filePath(.caCertificate),
      certificate: filePath(.certificate),
      key: filePath(.key),
      trustsAnyCertificate: options.insecure || cloud?.entry.verify == false,
      timeout: options.timeout.duration,
      wait: options.wait.duration,
      debug: options.debug
    )
    return Resolution(settings: settings, warnings: warnings(about: authentication))
  }

  private subscript(_ setting: ConnectionSetting) -> String? {
    options[setting] ?? variable(for: setting)?.value ?? cloud?.entry[setting]
  }

  private func variable(for setting: ConnectionSetting) -> (name: String, value: String)? {
    for name in setting.variables {
      if let value = environment[name] { return (name, value) }
    }
    return nil
  }

  /// Version 3 is refused rather than spoken wrongly: whoever asks for it expects domains.
  private func checkVersion() throws(ConnectionError) {
    guard let version = environment["OS_IDENTITY_API_VERSION"] else { return }
    guard ["2", "2.0", "v2", "v2.0"].contains(version) else {
      throw .unsupportedVersion(version)
    }
  }
}

extension ConnectionResolver {
  private func tokenAuthentication() throws(ConnectionError)
    -> ConnectionSettings.Authentication?
  {
    switch (self[.token], self[.endpoint]) {
    case (nil, nil): return nil
    case (nil, _?): throw .incompleteToken(missing: .token)
    case (_?, nil): throw .incompleteToken(missing: .endpoint)
    case (let token?, let endpoint?):
      return .token(Secret(token), endpoint: try url(endpoint, of: .endpoint))
    }
  }

  private func passwordAuthentication(
    _ askPassword: (_ user: String) throws -> Secret?
  ) throws -> ConnectionSettings.Authentication {
    let parts: [ConnectionSetting] = [.username, .password, .authURL]
    let missing = parts.filter { self[$0] == nil }
    guard missing != parts else { throw ConnectionError.nothingGiven }
    guard let user = self[.username], let authURL = self[.authURL] else {
      throw ConnectionError.incompleteLogin(missing: missing)
    }
    let checkedURL = try url(authURL, of: .authURL)
    guard let password = try self[.password].map({ Secret($0) }) ?? askPassword(user) else {
      throw ConnectionError.incompleteLogin(missing: missing)
    }
    return .password(user: user, password, tenant: tenant, authURL: checkedURL)
  }

  /// The tenant of the first source that names one; within a source its ID wins, as it did with
  /// the 2014 command.
  private var tenant: ConnectionSettings.TenantReference? {
    let sources: [(ConnectionSetting) -> String?] = [
      { options[$0] }, { variable(for: $0)?.value }, { cloud?.entry[$0] },
    ]
    for source in sources {
      if let id = source(.tenantID) { return .id(id) }
      if let name = source(.tenantName) { return .name(name) }
    }
    return nil
  }

  private func url(_ text: String, of setting: ConnectionSetting) throws(ConnectionError)
    -> KeystoneURL
  {
    do throws(KeystoneURL.Problem) {
      return try KeystoneURL(text)
    } catch {
      // Where there is an `@` there may be a password before it.
      throw .invalidURL(setting, error, text: text.contains("@") ? nil : text)
    }
  }

  /// The path of a file; `~/` in `clouds.yaml` is the home directory, and no shell has seen it.
  private func filePath(_ setting: ConnectionSetting) -> String? {
    guard let path = self[setting] else { return nil }
    guard path.hasPrefix("~/"), let home = environment["HOME"] else { return path }
    return home + path.dropFirst()
  }
}

extension ConnectionResolver {
  private func warnings(
    about authentication: ConnectionSettings.Authentication
  ) -> [ConnectionWarning] {
    var warnings: [ConnectionWarning] = []
    if case .token(_, let endpoint) = authentication,
      self[.username] != nil, self[.password] != nil
    {
      warnings.append(.loginIgnored(endpoint: endpoint))
    }
    let overriding = variablesAgainstCloud
    if let cloud, !overriding.isEmpty {
      warnings.append(.cloudOverridden(cloud: cloud.name, variables: overriding))
    }
    return warnings
  }

  /// The variables that say something else than the entry, where no option settles it.
  private var variablesAgainstCloud: [String] {
    ConnectionSetting.allCases.compactMap { setting in
      guard options[setting] == nil,
        let variable = variable(for: setting),
        let entry = cloud?.entry[setting],
        !entry.utf8.elementsEqual(variable.value.utf8)
      else { return nil }
      return variable.name
    }
  }
}
