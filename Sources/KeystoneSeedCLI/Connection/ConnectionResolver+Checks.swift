import SeedFormat

/// What is refused before anything is sent.
extension ConnectionResolver {
  /// Version 3 is refused rather than spoken wrongly: whoever asks for it expects domains.
  func checkVersion() throws(ConnectionError) {
    var versions: [GivenSetting] = []
    if cloud?.isAskedFor != true, let version = environment["OS_IDENTITY_API_VERSION"] {
      versions.append(GivenSetting(version, from: .variable("OS_IDENTITY_API_VERSION")))
    }
    if let version = cloud?.entry.apiVersion {
      let source = SettingSource.cloud(key: "identity_api_version", place: version.place)
      versions.append(GivenSetting(version.text, from: source))
    }
    for version in versions where !["2", "2.0", "v2", "v2.0"].contains(version.text) {
      throw .unsupportedVersion(version.text, version.source)
    }
  }

  /// The way to log in that is asked for; nil without one.
  func authenticationType() throws(ConnectionError) -> AuthenticationType? {
    guard let named = namedType else { return nil }
    guard let type = AuthenticationType(named.text) else {
      throw .unsupportedType(named.text, named.source)
    }
    return type
  }

  /// Refuses what a login of v2.0 has no word for; left out, it would be another login.
  func checkWordsOfV2() throws(ConnectionError) {
    try checkApplicationCredentials()
    if let (key, value) = cloud?.entry.unknownToV2.first {
      throw .unsupportedSetting(.cloud(key: key.rawValue, place: value.place))
    }
    guard cloud?.isAskedFor != true else { return }
    let names = ["OS_SYSTEM_SCOPE", "OS_TRUST_ID", "OS_PASSCODE"]
    let ofDomains = tenant == nil ? ["OS_DOMAIN_ID", "OS_DOMAIN_NAME"] : []
    if let name = (names + ofDomains).first(where: { environment[$0] != nil }) {
      throw .unsupportedSetting(.variable(name))
    }
  }

  /// Refuses an application credential, beside which there is no user.
  func checkApplicationCredentials() throws(ConnectionError) {
    let words = cloud?.entry.unknownToV2 ?? []
    if let word = words.first(where: { $0.key.rawValue.hasPrefix("application_credential") }) {
      throw .applicationCredential(.cloud(key: word.key.rawValue, place: word.value.place))
    }
    guard cloud?.isAskedFor != true else { return }
    let names = ["ID", "NAME", "SECRET"].map { "OS_APPLICATION_CREDENTIAL_\($0)" }
    if let name = names.first(where: { environment[$0] != nil }) {
      throw .applicationCredential(.variable(name))
    }
  }

  /// The winning value of a setting, free of characters that came in by accident.
  func checked(_ setting: ConnectionSetting) throws(ConnectionError) -> GivenSetting? {
    guard let given = self[setting] else { return nil }
    let stray =
      switch setting {
      case .token: StrayCharacter.inToken(given.text)
      case .endpoint, .authURL: StrayCharacter.inURL(given.text)
      case .password: nil as StrayCharacter?
      case .username, .userID, .tenantName, .tenantID, .region, .caCertificate, .certificate, .key:
        StrayCharacter.inText(given.text)
      }
    if let stray { throw .stray(stray, in: setting, given.source) }
    return given
  }

  /// Refuses to guess between two variables that lead to two places, and to send a secret of a
  /// file's where the file does not lead.
  func check(
    _ secret: GivenSetting,
    of setting: ConnectionSetting,
    mayGoTo url: GivenSetting
  ) throws(ConnectionError) {
    guard let cloud, case .variable(let name) = url.source else { return }
    let own = cloud.entry.authURL ?? cloud.entry.endpoint
    if let own {
      guard !KeystoneURL.areOfOneKeystone(own.text, url.text) else { return }
      throw .twoClouds(
        cloud: cloud.name,
        address: own.text.contains("@") ? "" : own.text,
        variable: name
      )
    }
    if secret.isOfCloud { throw .secretElsewhere(setting, cloud: cloud.name, variable: name) }
  }
}
