extension ConnectionWarning {
  /// The warning in words, without a full stop.
  var text: String {
    switch self {
    case .loginIgnored(let endpoint, nil):
      """
      there is a token with an endpoint as well as a user name and a password; the token is used, \
      at \(TerminalText.harmless(endpoint.text))
      """
    case .loginIgnored(let endpoint, let cloud?):
      """
      there is a token with an endpoint as well as the cloud \(TerminalText.harmless(cloud)); the \
      token is used, at \(TerminalText.harmless(endpoint.text)), and that cloud's login is not
      """
    case .passedOver(let variables, let winner):
      "\(variables.joined(separator: ", ")) in the environment: not used, since \(winner.words)"
    case .addressPassedOver(let variables, let used):
      """
      \(variables.joined(separator: ", ")) in the environment \
      \(variables.count == 1 ? "leads" : "lead") elsewhere: not used, since what is reached is \
      \(ShownURL(used.text).text)
      """
    case .misspelling(let slip):
      slip.words
    case .missingProfile(let profile, let cloud):
      """
      the cloud \(TerminalText.harmless(cloud)) stands on the profile \
      \(TerminalText.harmless(profile)), and no clouds-public.yaml has it
      """
    case .strayInPassword(let stray, of: let source):
      "the password of \(source.words) \(stray.words), and is used with it"
    case .cloudOverridden(let cloud, let variables):
      """
      \(variables.joined(separator: ", ")) in the environment: \
      used instead of what clouds.yaml says of \(TerminalText.harmless(cloud))
      """
    case .secretSentElsewhere(let setting, let cloud, let address, let option):
      """
      the \(setting.noun) of the cloud \(TerminalText.harmless(cloud)) is sent to \
      \(TerminalText.harmless(address)), as \(option) says; clouds.yaml leads it elsewhere
      """
    case .tokenInTheClear(let adminURL):
      """
      the catalog's admin URL \(ShownURL(adminURL).text) is not https: the token is sent there \
      unencrypted
      """
    }
  }
}

extension ConnectionWarning.Winner {
  /// Why the variables lose.
  fileprivate var words: String {
    switch self {
    case .cloud(let name): "--os-cloud asks for \(TerminalText.harmless(name))"
    case .login(let option): "\(option) asks for a login"
    case .newerWord(let name): "\(name) says something else"
    }
  }
}
