extension ConnectionError: WordedError {
  /// Nothing was tried: what is wrong is how the command was called.
  var exitStatus: ExitStatus { .usage }

  var message: ErrorMessage {
    switch self {
    case .nothingGiven:
      ErrorMessage(
        "nothing says which Keystone to talk to",
        hints: [
          "With a token: OS_SERVICE_TOKEN and OS_SERVICE_ENDPOINT (http://HOST:35357/v2.0),",
          "or --os-token and --os-endpoint.",
          "With a login: OS_USERNAME, OS_PASSWORD, OS_TENANT_NAME and OS_AUTH_URL,",
          "or --os-cloud NAME for an entry of clouds.yaml.",
        ]
      )
    case .incompleteToken(missing: let setting):
      ErrorMessage(
        setting == .token
          ? "there is an endpoint but no token for it"
          : "there is a token but no endpoint that it is for",
        hints: [Self.places(of: setting)]
      )
    case .incompleteLogin(let missing):
      ErrorMessage(
        "the login is incomplete: there is no \(missing.map(\.noun).joined(separator: ", no "))",
        hints: missing.map(Self.places)
      )
    case .unsupportedVersion(let version):
      ErrorMessage(
        """
        OS_IDENTITY_API_VERSION is \(TerminalText.harmless(version)), \
        and keystone-seed speaks version 2.0 of the Identity API
        """,
        hints: ["Unset it, or set it to 2.0, and let OS_AUTH_URL end in /v2.0."]
      )
    case .invalidURL(let setting, let problem, let text):
      ErrorMessage(
        "the \(setting.noun) \(text.map { "\(TerminalText.harmless($0)) " } ?? "")\(problem.words)",
        hints: [Self.places(of: setting)]
      )
    case .keyWithoutCertificate:
      ErrorMessage(
        "there is a client key but no client certificate",
        hints: [Self.places(of: .certificate)]
      )
    }
  }

  /// Where a setting can be given, in the order in which the places count.
  private static func places(of setting: ConnectionSetting) -> String {
    let variables = setting.variables.joined(separator: " or ")
    let option = setting.option.map { "\($0), " } ?? ""
    return "The \(setting.noun): \(option)\(variables), or \(setting.cloudKey) in clouds.yaml."
  }
}

extension KeystoneURL.Problem {
  /// What is wrong, as the rest of a sentence about the URL.
  var words: String {
    switch self {
    case .scheme: "begins with neither http:// nor https://"
    case .host: "has no valid host and port"
    case .credentials: "holds a user name or a password (not shown); give them on their own"
    case .character: "has a character in it that does not belong there"
    case .version3: "is that of version 3; keystone-seed speaks version 2.0, at /v2.0"
    }
  }
}
