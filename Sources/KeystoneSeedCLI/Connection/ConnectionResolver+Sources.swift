import SeedFormat

/// Who says what, and who is listened to first.
extension ConnectionResolver {
  enum Level: Hashable {
    case options
    case environment
    case cloud
  }

  /// The sources in the order in which they count.
  var levels: [Level] {
    cloud?.isAskedFor == true
      ? [.options, .cloud, .environment] : [.options, .environment, .cloud]
  }

  /// The winning value of a setting.
  subscript(_ setting: ConnectionSetting) -> GivenSetting? {
    for level in levels {
      if let given = given(setting, at: level) { return given }
    }
    return nil
  }

  /// What one source says about a setting, where it is listened to.
  func given(_ setting: ConnectionSetting, at level: Level) -> GivenSetting? {
    switch level {
    case .options:
      return options[setting].map { GivenSetting($0, from: .option(setting.option ?? "")) }
    case .environment:
      if cloud?.isAskedFor == true, setting.leadsSomewhere || isOfAnother(setting) { return nil }
      return variable(for: setting)
    case .cloud:
      if setting.isOfToken, hasPasswordType { return nil }
      return cloud?.entry[setting].map {
        GivenSetting($0.text, from: .cloud(key: setting.cloudKey, place: $0.place))
      }
    }
  }

  /// Whether a variable of the environment stands beside another name or another scope than the one
  /// of the cloud that an option names.
  private func isOfAnother(_ setting: ConnectionSetting) -> Bool {
    switch setting {
    case .userDomainID, .userDomainName: user?.setting.isOfEnvironment != true
    case .projectDomainID, .projectDomainName: project?.setting.isOfEnvironment != true
    case .tenantID, .tenantName: cloud?.entry.hasOtherScope == true
    default: false
    }
  }

  /// What a variable says about a setting, the first that is set before the others.
  func variable(for setting: ConnectionSetting) -> GivenSetting? {
    for name in setting.variables {
      guard let value = environment[name] else { continue }
      if ConnectionSetting.newerTokenVariables.contains(name), !takesNewerTokenVariables {
        continue
      }
      return GivenSetting(value, from: .variable(name))
    }
    return nil
  }

  /// The option that asks for a login, so that no token which was left over may take its place.
  var loginOption: String? {
    guard options[.token] == nil, options[.endpoint] == nil else { return nil }
    let settings: [ConnectionSetting] = [.username, .userID, .tenantName, .tenantID, .authURL]
    return settings.first { options[$0] != nil }?.option
  }

  /// A user's name or ID.
  struct UserName: Hashable {
    let setting: GivenSetting
    let isID: Bool
  }

  /// The user of the first source that names one; within a source a name wins over an ID, as with
  /// keystoneauth.
  var user: UserName? {
    for level in levels {
      if let name = given(.username, at: level) { return UserName(setting: name, isID: false) }
      if let id = given(.userID, at: level) { return UserName(setting: id, isID: true) }
    }
    return nil
  }

  /// The same as a login names it.
  func reference(to user: UserName) -> Credentials.UserReference {
    user.isID ? .id(user.setting.text) : .name(user.setting.text, userDomain.reference)
  }

  /// The password of a user for an address.
  ///
  /// Where an option names the cloud, a password of the environment that stands beside another user
  /// or another address is the password of somebody else.
  func password(for user: GivenSetting?, at authURL: GivenSetting?) -> GivenSetting? {
    guard let password = self[.password] else { return nil }
    guard cloud?.isAskedFor == true, password.isOfEnvironment else { return password }
    let otherUser = [ConnectionSetting.username, .userID].compactMap { variable(for: $0) }.first
    if let otherUser, let user, otherUser.secret != user.secret { return nil }
    if let otherURL = variable(for: .authURL), let authURL,
      !KeystoneURL.areOfOneKeystone(otherURL.text, authURL.text)
    {
      return nil
    }
    return password
  }

  /// How to log in, as far as a source says it, and which one.
  var namedType: GivenSetting? {
    let ofCloud = cloud?.entry.authType.map {
      GivenSetting($0.text, from: .cloud(key: "auth_type", place: $0.place))
    }
    if cloud?.isAskedFor == true { return ofCloud }
    return typeOfEnvironment ?? ofCloud
  }

  private var typeOfEnvironment: GivenSetting? {
    for name in ["OS_AUTH_TYPE", "OS_AUTH_PLUGIN"] {
      if let type = environment[name] { return GivenSetting(type, from: .variable(name)) }
    }
    return nil
  }

  /// Whether the entry asks for a login with a password, so that its token is not used.
  private var hasPasswordType: Bool {
    cloud?.entry.authType.map { AuthenticationType($0.text)?.method == .password } ?? false
  }

  private var takesNewerTokenVariables: Bool {
    if let type = namedType {
      return [.token, .adminToken].contains(AuthenticationType(type.text)?.method)
    }
    return user == nil
  }
}

extension ConnectionSetting {
  /// Whether it says which Keystone is reached and how, or opens it without a user, or what for: what
  /// an entry that an option names says by itself or not at all.
  var leadsSomewhere: Bool {
    switch self {
    case .apiVersion, .token, .endpoint, .authURL, .applicationCredentialID,
      .applicationCredentialName, .applicationCredentialSecret, .domainName, .domainID,
      .defaultDomainName, .defaultDomainID, .systemScope:
      true
    case .username, .userID, .userDomainName, .userDomainID, .password, .tenantName, .tenantID,
      .projectDomainName, .projectDomainID, .region, .caCertificate, .certificate, .key:
      false
    }
  }

  /// Whether it is a token or the address that it is for.
  fileprivate var isOfToken: Bool { self == .token || self == .endpoint }

  /// What an application credential is made of.
  static let ofApplicationCredential: [ConnectionSetting] = [
    .applicationCredentialID, .applicationCredentialName, .applicationCredentialSecret,
  ]
}

extension CloudEntry {
  /// Whether the login is for something else than a project.
  fileprivate var hasOtherScope: Bool {
    let others: [ConnectionSetting] = [
      .systemScope, .domainID, .domainName, .applicationCredentialID, .applicationCredentialName,
    ]
    return tenantID == nil && tenantName == nil && others.contains { self[$0] != nil }
  }
}
