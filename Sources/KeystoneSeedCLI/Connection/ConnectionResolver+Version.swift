import KeystoneClient
import SeedFormat

/// Which version of the API is meant.
extension ConnectionResolver {
  /// A version that a setting names, or that is the only one with the type of login that one names.
  struct NamedVersion: Hashable {
    let version: IdentityVersion
    let source: SettingSource
  }

  /// The version that the settings name.
  ///
  /// - Parameter type: The type of login.
  /// - Returns: The version, or nil where none is named.
  /// - Throws: ``ConnectionError`` where it is none, or not one that has the type.
  func namedVersion(
    of type: AuthenticationType?
  ) throws(ConnectionError) -> NamedVersion? {
    let ofType = type?.version.flatMap { version in
      namedType.map { NamedVersion(version: version, source: $0.source) }
    }
    guard let given = try checked(.apiVersion) else { return ofType }
    guard let version = IdentityVersion(spelled: given.text) else {
      throw .unknownVersion(given.text, given.source)
    }
    if let ofType, ofType.version != version, let namedType {
      throw .unsupportedType(namedType.text, ofType.source, over: version)
    }
    return NamedVersion(version: version, source: given.source)
  }

  /// The version to speak: the one that is named, that of the address, or that of a word which v3
  /// alone has.
  func version(
    _ named: NamedVersion?,
    at address: KeystoneURL,
    of setting: ConnectionSetting,
    word: GivenSetting? = nil
  ) -> VersionWish {
    if let named { return .named(named.version, by: .setting(named.source)) }
    if let version = address.version {
      return .named(version, by: .address(setting, text: address.text))
    }
    return word.map { .named(.v3, by: .setting($0.source)) } ?? .offered
  }

  /// The type of login that is asked for; nil without one.
  func authenticationType() throws(ConnectionError) -> AuthenticationType? {
    guard let named = namedType else { return nil }
    guard let type = AuthenticationType(named.text) else {
      throw .unsupportedType(named.text, named.source, over: nil)
    }
    return type
  }
}
