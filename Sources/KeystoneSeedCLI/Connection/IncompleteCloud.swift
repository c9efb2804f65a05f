import SeedFormat

/// An entry of `clouds.yaml` that does not say enough, and nothing that counts beside it does.
struct IncompleteCloud: Error, Hashable, Sendable {
  let cloud: String
  /// Where the entry begins, as `FILE:LINE:COLUMN`.
  let place: String?
  let missing: [ConnectionSetting]
  /// Whether the entry names neither an address nor a login.
  let isWithoutLogin: Bool
  /// The variables that would count, were they set, for each of what is missing.
  let variables: [ConnectionSetting: [String]]
  let misspellings: [CloudEntry.Misspelling]

  /// What an error means where a cloud was chosen; nil for one that has nothing to do with it.
  init?(_ error: any Error, of resolver: ConnectionResolver) {
    guard let cloud = resolver.cloud, let error = error as? ConnectionError else { return nil }
    switch error {
    case .nothingGiven:
      missing = [.authURL, .username, .password]
      isWithoutLogin = true
    case .incompleteLogin(missing: let settings):
      missing = settings
      isWithoutLogin = false
    case .incompleteToken(missing: let setting):
      guard resolver[setting == .token ? .endpoint : .token]?.isOfCloud == true else { return nil }
      missing = [setting]
      isWithoutLogin = false
    case .unknownVersion, .credentialOverV2, .unsupportedType, .unsupportedSetting,
      .applicationCredential, .twoLogins, .twoScopes, .invalidScope, .scopeOfCredential,
      .invalidURL, .stray, .invalidFlag, .twoClouds, .secretElsewhere, .keyWithoutCertificate,
      .certificateWithoutKey, .missingFile:
      return nil
    }
    self.cloud = cloud.name
    place = cloud.entry.place
    misspellings = cloud.entry.misspellings
    var variables: [ConnectionSetting: [String]] = [:]
    for setting in missing {
      // One that is set, and yet missing, is not used.
      variables[setting] =
        cloud.isAskedFor && setting.leadsSomewhere
        ? [] : setting.variables.filter { resolver.environment[$0] == nil }
    }
    self.variables = variables
  }
}
