import KeystoneClient
import SeedFormat

/// What is refused before anything is sent.
extension ConnectionResolver {
  /// Refuses what belongs to a login that there is none of here; left out, it would be another login.
  func checkOtherLogins() throws(ConnectionError) {
    if let (key, value) = cloud?.entry.ofOtherLogins.first {
      throw .unsupportedSetting(.cloud(key: key.rawValue, place: value.place), over: nil)
    }
    guard cloud?.isAskedFor != true else { return }
    if let name = ["OS_TRUST_ID", "OS_PASSCODE"].first(where: { environment[$0] != nil }) {
      throw .unsupportedSetting(.variable(name), over: nil)
    }
  }

  /// Refuses the words of v3 in a login of v2.0.
  ///
  /// - Parameters:
  ///   - word: The first of them, if there is one.
  ///   - version: The version that is to be spoken.
  /// - Throws: ``ConnectionError``.
  func check(_ word: GivenSetting?, over version: VersionWish) throws(ConnectionError) {
    guard let word, case .named(.v2, _) = version else { return }
    let ofCredential = ConnectionSetting.ofApplicationCredential.contains { self[$0] == word }
    throw ofCredential
      ? .applicationCredential(word.source) : .unsupportedSetting(word.source, over: .v2)
  }

  /// The winning value of a setting, free of characters that came in by accident.
  func checked(_ setting: ConnectionSetting) throws(ConnectionError) -> GivenSetting? {
    guard let given = self[setting] else { return nil }
    let stray =
      switch setting {
      case .token: StrayCharacter.inToken(given.text)
      case .endpoint, .authURL: StrayCharacter.inURL(given.text)
      case .password: nil as StrayCharacter?
      case .apiVersion, .username, .userID, .userDomainName, .userDomainID,
        .applicationCredentialID, .applicationCredentialName, .applicationCredentialSecret,
        .tenantName, .tenantID, .projectDomainName, .projectDomainID, .domainName, .domainID,
        .defaultDomainName, .defaultDomainID, .systemScope, .region, .caCertificate, .certificate,
        .key:
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
