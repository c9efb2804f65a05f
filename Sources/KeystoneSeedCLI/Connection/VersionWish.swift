import KeystoneClient

/// Which version of the API is to be spoken.
enum VersionWish: Hashable, Sendable {
  /// That one, since something says so.
  case named(IdentityVersion, by: Reason)
  /// The newest that the server offers.
  case offered

  /// What says so.
  enum Reason: Hashable, Sendable {
    /// A setting that names the version, or that one version alone has.
    case setting(SettingSource)
    /// The end of an address.
    case address(ConnectionSetting, text: String)
  }
}
