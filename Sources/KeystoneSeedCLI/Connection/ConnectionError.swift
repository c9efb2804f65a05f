import KeystoneClient

/// Why it is not known how to reach a Keystone.
enum ConnectionError: Error, Hashable, Sendable {
  /// Nothing says which Keystone is meant.
  case nothingGiven
  /// A token without an endpoint, or the reverse.
  case incompleteToken(missing: ConnectionSetting)
  /// A login without one of its parts.
  case incompleteLogin(missing: [ConnectionSetting])
  /// A version is asked for that there is not.
  case unknownVersion(String, SettingSource)
  /// An application credential, which v3 alone has, where v2.0 is spoken.
  case credentialOverV2
  /// A way to log in that the version does not have, or none.
  case unsupportedType(String, SettingSource, over: IdentityVersion?)
  /// Something else that the version does not have, or none: the scope of a system, a trust.
  case unsupportedSetting(SettingSource, over: IdentityVersion?)
  /// An application credential, which came with v3.
  case applicationCredential(SettingSource)
  /// A password and an application credential, of which either would do.
  case twoLogins(SettingSource, SettingSource)
  /// A login for two things at once.
  case twoScopes(SettingSource, SettingSource)
  /// A scope of the system that is not all of it.
  case invalidScope(String, SettingSource)
  /// A scope beside an application credential, which has its own.
  case scopeOfCredential(SettingSource)
  /// A URL that is none; its text where it holds no secret.
  case invalidURL(ConnectionSetting, KeystoneURL.Problem, text: String?)
  /// A character that came in by accident.
  case stray(StrayCharacter, in: ConnectionSetting, SettingSource)
  /// A variable that is neither true nor false.
  case invalidFlag(variable: String, text: String)
  /// A variable leads to another address than the cloud that another variable names.
  case twoClouds(cloud: String, address: String, variable: String)
  /// A password or a token of a cloud's entry would go to an address that the entry does not name.
  case secretElsewhere(ConnectionSetting, cloud: String, variable: String)
  /// A key of a client certificate that is not given.
  case keyWithoutCertificate
  /// A certificate or a key that is not where it should be.
  case missingFile(ConnectionSetting, path: String, SettingSource)
  /// A client certificate whose file holds no key, and none is given.
  case certificateWithoutKey(path: String)
}
