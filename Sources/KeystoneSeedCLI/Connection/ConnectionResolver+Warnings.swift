import SeedFormat

/// What a person is told about settings that are not used.
extension ConnectionResolver {
  func warnings(
    about authentication: ConnectionSettings.Authentication
  ) -> [ConnectionWarning] {
    var warnings = missingProfile
    if case .token(_, let endpoint) = authentication, namedType == nil {
      let hasLogin = self[.username] != nil && self[.password] != nil
      let token = self[.token]
      let isOfCloud = token?.isOfCloud == true
      if hasLogin || options[.username] != nil || cloud != nil && !isOfCloud {
        warnings.append(.loginIgnored(endpoint: endpoint, cloud: isOfCloud ? nil : cloud?.name))
      }
    }
    if case .login(.password, _) = authentication, let password = self[.password],
      let stray = StrayCharacter.inText(password.text)
    {
      warnings.append(.strayInPassword(stray, of: password.source))
    }
    if let warning = secretSentElsewhere(authentication) { warnings.append(warning) }
    let overriding = variablesAgainstCloud
    if let cloud, !overriding.isEmpty {
      warnings.append(.cloudOverridden(cloud: cloud.name, variables: overriding))
    }
    warnings += passedOver
    if let warning = addressPassedOver(authentication, beside: warnings) {
      warnings.append(warning)
    }
    return warnings + (cloud?.entry.misspellings.map { .misspelling($0) } ?? [])
  }

  /// The variables that lead to another Keystone than the one that is reached, where no other warning
  /// says so and no option was given in their place.
  private func addressPassedOver(
    _ authentication: ConnectionSettings.Authentication,
    beside warnings: [ConnectionWarning]
  ) -> ConnectionWarning? {
    var said: [String] = []
    for warning in warnings {
      switch warning {
      case .loginIgnored: return nil
      case .passedOver(let variables, by: _): said += variables
      case .cloudOverridden, .addressPassedOver, .misspelling, .missingProfile, .strayInPassword,
        .secretSentElsewhere, .tokenInTheClear:
        break
      }
    }
    let used = authentication.address
    let settings = [ConnectionSetting.authURL, .endpoint].filter { options[$0] == nil }
    let variables = settings.flatMap(\.variables).filter { name in
      guard let value = environment[name], !said.contains(name) else { return false }
      return !KeystoneURL.areOfOneKeystone(value, used.text)
    }
    return variables.isEmpty ? nil : .addressPassedOver(variables: variables, used: used)
  }

  private var missingProfile: [ConnectionWarning] {
    guard let cloud, let profile = cloud.missingProfile else { return [] }
    return [.missingProfile(profile, cloud: cloud.name)]
  }

  /// What is odd where the settings are not complete, and may be why.
  var warningsOfFailure: [ConnectionWarning] { missingProfile + passedOver }

  /// The variables that an option keeps from being used, and an older word that loses to a newer.
  ///
  /// Known without settings that are complete: they may be why those are not.
  var passedOver: [ConnectionWarning] {
    var warnings: [ConnectionWarning] = []
    if let cloud, cloud.isAskedFor {
      let variables = variablesNotUsed(of: ConnectionSetting.thatSayWhereAndWho)
      if !variables.isEmpty {
        warnings.append(.passedOver(variables: variables, by: .cloud(cloud.name)))
      }
    } else if let option = loginOption {
      let names = ConnectionSetting.token.variables + ConnectionSetting.endpoint.variables
      let variables = names.filter {
        environment[$0] != nil && !ConnectionSetting.newerTokenVariables.contains($0)
      }
      if !variables.isEmpty {
        warnings.append(.passedOver(variables: variables, by: .login(option: option)))
      }
    }
    return warnings + olderWords
  }

  /// Variables that say something else than what is used.
  private func variablesNotUsed(of settings: [ConnectionSetting]) -> [String] {
    settings.flatMap { setting in
      let used =
        setting == .password
        ? password(for: user?.setting, at: self[.authURL]) : self[setting]
      return setting.variables.filter { name in
        guard let value = environment[name] else { return false }
        if setting == .authURL || setting == .endpoint {
          let addresses = [self[.authURL], self[.endpoint]].compactMap(\.self)
          return !addresses.contains { KeystoneURL.areOfOneKeystone($0.text, value) }
        }
        return used.map { !$0.text.utf8.elementsEqual(value.utf8) }
          ?? !(setting.isOfDomain && value.lowercased() == "default")
      }
    }
  }

  /// Where an option sends a secret of the entry's to which the entry does not lead.
  private func secretSentElsewhere(
    _ authentication: ConnectionSettings.Authentication
  ) -> ConnectionWarning? {
    let setting: ConnectionSetting
    let target: ConnectionSetting
    switch authentication {
    case .token: (setting, target) = (.token, .endpoint)
    case .login(.password, _): (setting, target) = (.password, .authURL)
    case .login(.token, _): (setting, target) = (.token, .authURL)
    case .login(.applicationCredential, _):
      (setting, target) = (.applicationCredentialSecret, .authURL)
    }
    guard let cloud, let own = cloud.entry.authURL ?? cloud.entry.endpoint,
      self[setting]?.isOfCloud == true, let url = self[target],
      case .option(let option) = url.source, !KeystoneURL.areOfOneKeystone(own.text, url.text)
    else { return nil }
    return .secretSentElsewhere(setting, cloud: cloud.name, address: url.text, option: option)
  }

  private var olderWords: [ConnectionWarning] {
    let ofToken: [ConnectionSetting] = loginOption == nil ? [.token, .endpoint] : []
    return (ofToken + [.tenantName, .tenantID, .defaultDomainID]).compactMap { setting in
      guard let used = self[setting], case .variable(let name) = used.source else { return nil }
      let others = setting.variables.filter { other in
        guard other != name, let value = environment[other] else { return false }
        guard setting == .endpoint else { return !value.utf8.elementsEqual(used.text.utf8) }
        return !Self.address(value).utf8.elementsEqual(Self.address(used.text).utf8)
      }
      return others.isEmpty ? nil : .passedOver(variables: others, by: .newerWord(name))
    }
  }

  /// An address in the form in which two of them compare, where it is one.
  private static func address(_ text: String) -> String {
    (try? KeystoneURL(text))?.text ?? text
  }

  /// The variables that say something else than the entry, where no option settles it.
  private var variablesAgainstCloud: [String] {
    guard let cloud, !cloud.isAskedFor else { return [] }
    return ConnectionSetting.allCases.compactMap { setting in
      guard options[setting] == nil, let variable = variable(for: setting),
        case .variable(let name) = variable.source, let entry = cloud.entry[setting],
        !entry.text.utf8.elementsEqual(variable.text.utf8)
      else { return nil }
      return name
    }
  }
}

extension ConnectionSetting {
  /// The settings of which a variable that is left over would lead to another cloud or user.
  fileprivate static let thatSayWhereAndWho: [ConnectionSetting] = [
    .token, .endpoint, .authURL, .username, .userID, .userDomainName, .userDomainID, .password,
    .applicationCredentialID, .applicationCredentialName, .applicationCredentialSecret, .tenantName,
    .tenantID, .projectDomainName, .projectDomainID, .domainName, .domainID, .defaultDomainName,
    .defaultDomainID, .systemScope, .region,
  ]

  /// Whether it names a domain, so that the default one is what is meant without it.
  fileprivate var isOfDomain: Bool {
    switch self {
    case .userDomainName, .userDomainID, .projectDomainName, .projectDomainID, .domainName,
      .domainID, .defaultDomainName, .defaultDomainID:
      true
    case .apiVersion, .token, .endpoint, .username, .userID, .password, .applicationCredentialID,
      .applicationCredentialName, .applicationCredentialSecret, .tenantName, .tenantID,
      .systemScope, .authURL, .region, .caCertificate, .certificate, .key:
      false
    }
  }
}
