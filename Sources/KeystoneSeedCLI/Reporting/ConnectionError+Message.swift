import KeystoneClient

extension ConnectionError: WordedError {
  /// Nothing was tried: what is wrong is how the command was called, unless a file is not there yet.
  var exitStatus: ExitStatus {
    if case .missingFile = self { return .failure }
    return .usage
  }

  var message: ErrorMessage {
    switch self {
    case .nothingGiven:
      ErrorMessage(
        "nothing says which Keystone to talk to",
        hints: [
          "With a token: OS_SERVICE_TOKEN and OS_SERVICE_ENDPOINT (http://HOST:35357/v2.0),",
          "or --os-token and --os-endpoint.",
          "With a login: OS_USERNAME, OS_PASSWORD, OS_PROJECT_NAME and OS_AUTH_URL,",
          "or --os-cloud NAME for an entry of clouds.yaml.",
        ]
      )
    case .incompleteToken(missing: let setting):
      ErrorMessage(
        setting == .token
          ? "there is an endpoint but no token for it"
          : "there is a token but no endpoint that it is for",
        hints: [Self.places(of: setting)]
          + (setting == .token
            ? ["With a user and a password the address is --os-auth-url or OS_AUTH_URL."] : [])
      )
    case .incompleteLogin(let missing):
      ErrorMessage(
        "the login is incomplete: there is no \(missing.map(\.noun).joined(separator: ", no "))",
        hints: missing.map(Self.places)
      )
    case .unknownVersion(let version, let source):
      ErrorMessage(
        """
        \(source.words) is \(TerminalText.harmless(version)), \
        which is no version of the Identity API: there are 2.0 and 3
        """,
        hints: ["\(source.remedy): the version that the auth URL ends in counts."]
      )
    case .credentialOverV2:
      ErrorMessage(
        "an application credential is of Identity v3, and this Keystone has v2.0 alone",
        hints: ["v2.0 logs in with a user's password, or a token."]
      )
    case .unsupportedType(let type, let source, over: let version):
      ErrorMessage(
        """
        \(source.words) is \(TerminalText.harmless(type)), a login that \
        \(version.map { "Identity \($0.rawValue)" } ?? "keystone-seed") does not have
        """,
        hints: [
          """
          There are password, token (another one is made of it), admin_token (with an endpoint) \
          and v3applicationcredential.
          """
        ]
      )
    case .unsupportedSetting(let source, over: let version):
      ErrorMessage(
        """
        \(source.words): \(version.map { "a login of Identity \($0.rawValue)" } ?? "keystone-seed") \
        has nothing of the kind
        """,
        hints: [version == .v2 ? Self.loginsOfV2 : Self.logins]
      )
    case .applicationCredential(let source):
      ErrorMessage(
        "\(source.words): Identity v2.0 has no application credentials",
        hints: [Self.loginsOfV2]
      )
    case .twoLogins(let password, let credential):
      ErrorMessage(
        "there are a password and an application credential: \(password.words), \(credential.words)",
        hints: ["Leave one out, or set OS_AUTH_TYPE to password or v3applicationcredential."]
      )
    case .twoScopes(let first, let second):
      ErrorMessage(
        "\(first.words) and \(second.words) are both there, and a login is for one of them",
        hints: ["Leave one out."]
      )
    case .invalidScope(let text, let source):
      ErrorMessage(
        "\(source.words) is \(TerminalText.harmless(text)); the only scope of the system is all"
      )
    case .scopeOfCredential(let source):
      ErrorMessage(
        "\(source.words): an application credential is for the project that it was made in",
        hints: ["\(source.remedy)."]
      )
    case .invalidURL(let setting, let problem, let text):
      ErrorMessage(
        "the \(setting.noun) \(text.map { "\(TerminalText.harmless($0)) " } ?? "")\(problem.words)",
        hints: [Self.places(of: setting)]
      )
    case .stray(let stray, in: let setting, let source):
      ErrorMessage(
        "the \(setting.noun) of \(source.words) \(stray.words)",
        hints: [stray.hint]
      )
    case .invalidFlag(let variable, let text):
      ErrorMessage("\(variable) is neither true nor false: \(TerminalText.harmless(text))")
    case .twoClouds(let cloud, let address, let variable):
      ErrorMessage(
        """
        OS_CLOUD names the cloud \(TerminalText.harmless(cloud))\
        \(address.isEmpty ? "" : ", at \(TerminalText.harmless(address))"), \
        and \(variable) leads elsewhere
        """,
        hints: [
          "Unset one of them, or say which is meant: --os-cloud \(TerminalText.harmless(cloud))."
        ]
      )
    case .secretElsewhere(let setting, let cloud, let variable):
      ErrorMessage(
        """
        the \(setting.noun) of the cloud \(TerminalText.harmless(cloud)) would go where \(variable) \
        leads, and its entry names no such address
        """,
        hints: ["Give the entry its auth_url, or say it with --os-auth-url."]
      )
    case .keyWithoutCertificate:
      ErrorMessage(
        "there is a client key but no client certificate",
        hints: [Self.places(of: .certificate)]
      )
    case .missingFile(let setting, let path, let source):
      ErrorMessage(
        "the \(setting.noun) of \(source.words) is not there: \(TerminalText.harmless(path))",
        hints: [Self.places(of: setting)]
      )
    case .certificateWithoutKey(let path):
      ErrorMessage(
        "there is a client certificate but no key: \(TerminalText.harmless(path)) holds none",
        hints: [Self.places(of: .key)]
      )
    }
  }

  private static let loginsOfV2 =
    "v2.0 logs in with a user's password, or a token, to a tenant."
  private static let logins =
    "It logs in with a user's password, a token or an application credential."

  /// Where a setting can be given, in the order in which the places count.
  private static func places(of setting: ConnectionSetting) -> String {
    let names = setting.variables
    let variables =
      names.count < 2
      ? names.joined()
      : "\(names.dropLast().joined(separator: ", ")) or \(names.last ?? "")"
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
    case .pathAfterVersion: "goes on after the version, where the address of Keystone ends"
    }
  }
}

extension SettingSource {
  /// What makes it go away, as the beginning of a sentence.
  fileprivate var remedy: String {
    switch self {
    case .option: "Leave it out"
    case .variable: "Unset it"
    case .cloud: "Leave it out there"
    }
  }
}

extension StrayCharacter {
  /// What is odd, as the rest of a sentence about a value.
  var words: String {
    switch place {
    case .start: "begins with \(noun)"
    case .end: "ends in \(noun)"
    case .middle: "has \(noun) in it"
    }
  }

  private var noun: String {
    switch kind {
    case .lineEnd: "a line end"
    case .carriageReturn: "a carriage return"
    case .blank: "a blank"
    case .other: "a character that no header may have"
    }
  }

  /// Where such a character comes from.
  fileprivate var hint: String {
    switch kind {
    case .carriageReturn: "A file that Windows wrote has one at the end of each line; take it away."
    case .lineEnd: "A file or a unit that it came from kept its line's end; take it away."
    case .blank, .other: "It may have come in with a copy; take it away."
    }
  }
}
