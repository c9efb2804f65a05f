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
    let type = try authenticationType()
    let named = try namedVersion(of: type)
    let access = try tokenAccess(type, named) ?? loginAccess(type, named, askPassword)
    if self[.key] != nil, self[.certificate] == nil {
      throw ConnectionError.keyWithoutCertificate
    }
    var settings = ConnectionSettings(
      authentication: access.authentication,
      version: access.version,
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
    return Resolution(settings: settings, warnings: warnings(about: access.authentication))
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
