/// What a login is for, and the domains of its names.
extension ConnectionResolver {
  /// A domain, and who says so.
  struct GivenDomain: Hashable {
    let reference: Credentials.DomainReference
    /// Nil where nobody does.
    let setting: GivenSetting?

    /// Whether it is not the only one of v2.0, as far as its ID or its name tells.
    var isBesideDefault: Bool {
      switch reference {
      case .id(let id): id != "default"
      case .name(let name): name.lowercased() != "default"
      case .assumed: false
      }
    }
  }

  /// The project, or tenant, of the first source that names one; within a source its ID wins, as it
  /// did with the 2014 command.
  var project: (setting: GivenSetting, isID: Bool)? {
    for level in levels {
      if let id = given(.tenantID, at: level) { return (id, true) }
      if let name = given(.tenantName, at: level) { return (name, false) }
    }
    return nil
  }

  /// The domain of the user's name.
  var userDomain: GivenDomain { domain(.userDomainID, .userDomainName) }

  /// The domain of the project's name.
  var projectDomain: GivenDomain { domain(.projectDomainID, .projectDomainName) }

  /// The domain that a login is for, where it is for one.
  private var ownDomain: GivenDomain? { first(.domainID, .domainName) }

  /// What the login is for.
  func scope() throws(ConnectionError) -> Credentials.Scope {
    let project = project
    if let system = self[.systemScope], project?.setting.isOfOption != true {
      guard system.text == "all" else { throw .invalidScope(system.text, system.source) }
      if let other = project?.setting ?? ownDomain?.setting {
        throw .twoScopes(system.source, other.source)
      }
      return .system
    }
    if let (setting, isID) = project {
      return .project(
        isID ? .id(setting.text) : .name(setting.text, projectDomain.reference)
      )
    }
    return ownDomain.map { .domain($0.reference) } ?? .unscoped
  }

  /// The first word of a login that v3 alone has.
  func wordOfV3(in credentials: Credentials.Scope?, user: UserName?) -> GivenSetting? {
    switch credentials {
    case .system: return self[.systemScope]
    case .domain: return ownDomain?.setting
    case .project(.name) where projectDomain.isBesideDefault: return projectDomain.setting
    case .project, .unscoped, nil: break
    }
    guard let user, !user.isID, userDomain.isBesideDefault else { return nil }
    return userDomain.setting
  }

  /// The domain of a name: its own, the one that stands beside a project for both names, as with
  /// openstacksdk (`openstack.config.loader`, `_handle_domain_id`), or the one for all that have none.
  private func domain(_ id: ConnectionSetting, _ name: ConnectionSetting) -> GivenDomain {
    first(id, name) ?? (project == nil ? nil : ownDomain)
      ?? first(.defaultDomainID, .defaultDomainName)
      ?? GivenDomain(reference: .assumed, setting: nil)
  }

  /// The domain of the first source that names one; within a source its ID wins, as with keystoneauth.
  private func first(_ id: ConnectionSetting, _ name: ConnectionSetting) -> GivenDomain? {
    for level in levels {
      if let id = given(id, at: level) {
        return GivenDomain(reference: .id(id.text), setting: id)
      }
      if let name = given(name, at: level) {
        return GivenDomain(reference: .name(name.text), setting: name)
      }
    }
    return nil
  }
}
