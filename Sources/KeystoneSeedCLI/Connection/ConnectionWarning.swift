import SeedFormat

/// What a person should know about settings that contradict each other.
enum ConnectionWarning: Hashable, Sendable {
  /// There is a token with its endpoint, and a login or a cloud beside it.
  case loginIgnored(endpoint: KeystoneURL, cloud: String?)
  /// Environment variables say something else than the entry of `clouds.yaml`, and win.
  case cloudOverridden(cloud: String, variables: [String])
  /// Environment variables say something else than what the command line asks for, and lose.
  case passedOver(variables: [String], by: Winner)
  /// Environment variables lead to another Keystone than the one at that address, which is used.
  case addressPassedOver(variables: [String], used: KeystoneURL)
  /// A key of the entry means nothing, and is spelled much like one that does.
  case misspelling(CloudEntry.Misspelling)
  /// The entry names a vendor's profile that no file has.
  case missingProfile(String, cloud: String)
  /// The password ends in a line end, and is used with it.
  case strayInPassword(StrayCharacter, of: SettingSource)
  /// An option sends the entry's password or token elsewhere than the entry leads.
  case secretSentElsewhere(ConnectionSetting, cloud: String, address: String, option: String)
  /// The login is made over TLS, and its catalog names an admin URL without.
  case tokenInTheClear(adminURL: String)

  /// What variables of the environment lose against.
  enum Winner: Hashable, Sendable {
    /// The cloud that `--os-cloud` names.
    case cloud(String)
    /// A login, which this option asks for.
    case login(option: String)
    /// The value of the newer word, or of the one that names a token by itself.
    case newerWord(String)
  }
}
