extension ConnectionWarning {
  /// The warning in words, without a full stop.
  var text: String {
    switch self {
    case .loginIgnored(let endpoint):
      """
      there is a token with an endpoint as well as a user name and a password; the token is used, \
      at \(TerminalText.harmless(endpoint.text))
      """
    case .cloudOverridden(let cloud, let variables):
      """
      \(variables.joined(separator: ", ")) in the environment: \
      used instead of what clouds.yaml says of \(TerminalText.harmless(cloud))
      """
    case .tokenInTheClear(let adminURL):
      """
      the catalog names \(TerminalText.harmless(adminURL)) as the admin URL: the login was over \
      TLS, and the token goes there for all on the way to read
      """
    }
  }
}
