import IdentityModel
import SeedFormat
import Texts

/// What options, environment and `clouds.yaml` say together.
///
/// An option wins over the environment, and that over the cloud. Where an option names the cloud, its
/// entry comes before the environment, which fills in what the entry lacks and leads nowhere:
/// whoever asks for one cloud must not reach another that a variable was left over from.
struct ConnectionResolver {
  let options: ConnectionOptions
  let environment: Environment
  let cloud: Cloud?
  /// Whether a file of that name can be read as one; for the CA bundle of other programs.
  var isFile: (String) -> Bool = InputFile.isFile

  /// The settings, and what is odd about them.
  struct Resolution: Hashable, Sendable {
    var settings: ConnectionSettings
    var warnings: [ConnectionWarning]
  }

  /// Puts the settings together.
  ///
  /// - Parameter askPassword: Asks a person for the password of that user, if there is one.
  /// - Returns: The settings, with warnings about them.
  /// - Throws: ``ConnectionError``, or what `askPassword` throws.
  func resolve(
    askPassword: (_ user: String) throws -> Secret?
  ) throws -> Resolution {
    try checkVersion()
    let type = try authenticationType()
    let authentication =
      try tokenAuthentication(type) ?? passwordAuthentication(type, askPassword)
    if self[.key] != nil, self[.certificate] == nil {
      throw ConnectionError.keyWithoutCertificate
    }
    var settings = ConnectionSettings(
      authentication: authentication,
      region: try checked(.region)?.text,
      caCertificate: try filePath(.caCertificate),
      certificate: try filePath(.certificate),
      key: try filePath(.key),
      trustsAnyCertificate: try trustsAnyCertificate(),
      timeout: options.timeout.duration,
      wait: options.wait.duration,
      debug: options.debug
    )
    if settings.caCertificate == nil, !settings.trustsAnyCertificate {
      settings.caCertificate = bundle(for: settings.address)
    }
    return Resolution(settings: settings, warnings: warnings(about: authentication))
  }

  /// The path of a file; `~/` in `clouds.yaml` is the home directory, and no shell has seen it.
  func filePath(_ setting: ConnectionSetting) throws(ConnectionError) -> String? {
    guard let path = try checked(setting)?.text else { return nil }
    guard path.hasPrefix("~/"), let home = environment["HOME"] else { return path }
    return home + path.dropFirst()
  }

  /// The CA certificates that other clients of OpenStack take from the environment.
  ///
  /// Those of Python's requests; they may be a directory there, which libcurl has no use for.
  private func bundle(for address: KeystoneURL) -> String? {
    guard address.isSecure else { return nil }
    let paths = ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"].compactMap { environment[$0] }
    return paths.first.flatMap { isFile($0) ? $0 : nil }
  }

  private func trustsAnyCertificate() throws(ConnectionError) -> Bool {
    if options.insecure { return true }
    let ofCloud = cloud?.entry.trustsAnyCertificate
    if cloud?.isAskedFor == true, let ofCloud { return ofCloud }
    return try insecureVariable() ?? ofCloud ?? false
  }

  private func insecureVariable() throws(ConnectionError) -> Bool? {
    let name = "OS_INSECURE"
    guard let text = environment[name] else { return nil }
    switch text.lowercased() {
    case "true", "yes", "on", "1": return true
    case "false", "no", "off", "0": return false
    default: throw .invalidFlag(variable: name, text: text)
    }
  }
}

extension ConnectionResolver {
  private func tokenAuthentication(
    _ type: AuthenticationType?
  ) throws(ConnectionError) -> ConnectionSettings.Authentication? {
    guard loginOption == nil else { return nil }
    let (token, endpoint) = (try checked(.token), try checked(.endpoint))
    switch (token, endpoint) {
    case (nil, nil):
      if type == .token || type == .adminToken { throw .incompleteToken(missing: .token) }
      return nil
    case (nil, _?):
      throw .incompleteToken(missing: .token)
    case (let token?, nil):
      guard type == .token, let authURL = try checked(.authURL) else {
        throw .incompleteToken(missing: .endpoint)
      }
      try check(token, of: .token, mayGoTo: authURL)
      try checkWordsOfV2()
      return .exchange(token.secret, tenant: tenant, authURL: try url(authURL, of: .authURL))
    case (let token?, let endpoint?):
      try check(token, of: .token, mayGoTo: endpoint)
      return .token(token.secret, endpoint: try url(endpoint, of: .endpoint))
    }
  }

  private func passwordAuthentication(
    _ type: AuthenticationType?,
    _ askPassword: (_ user: String) throws -> Secret?
  ) throws -> ConnectionSettings.Authentication {
    let authURL = try checked(.authURL)
    for setting in [ConnectionSetting.username, .userID, .tenantName, .tenantID] {
      _ = try checked(setting)
    }
    let user = user
    if user == nil { try checkApplicationCredentials() }
    let given = password(for: user?.setting, at: authURL)
    var missing: [ConnectionSetting] = []
    if user == nil { missing.append(.username) }
    if given == nil { missing.append(.password) }
    if authURL == nil { missing.append(.authURL) }
    guard missing.count < 3 else { throw ConnectionError.nothingGiven }
    guard let user, let authURL else {
      throw ConnectionError.incompleteLogin(missing: missing)
    }
    let checkedURL = try url(authURL, of: .authURL)
    try checkWordsOfV2()
    if let given { try check(given, of: .password, mayGoTo: authURL) }
    guard let password = try given?.secret ?? askPassword(user.setting.text) else {
      throw ConnectionError.incompleteLogin(missing: missing)
    }
    return .password(
      user: user.reference,
      password,
      tenant: tenant,
      authURL: checkedURL
    )
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
