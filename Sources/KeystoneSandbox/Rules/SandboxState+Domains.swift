extension SandboxState {
  /// What is no extra attribute of a domain or a project.
  private func keys(isDomain: Bool) -> Set<String> {
    var keys: Set<String> = ["id", "name", "description", "enabled", "extra"]
    if !isDomain { keys.formUnion(["domain_id", "parent_id", "is_domain"]) }
    // What the release has no idea of is an extra attribute.
    if release != .pike { keys.formUnion(["tags", "options"]) }
    if release == .current, isDomain { keys.insert("explicit_domain_id") }
    return keys
  }

  /// The domain of that id, or 404.
  func domain(_ id: String) throws(Refusal) -> Tenant {
    guard let domain = domains[id] else { throw .unknown("domain", id) }
    return domain
  }

  /// The project of that id, which may be a domain, or 404.
  func project(_ id: String) throws(Refusal) -> Tenant {
    guard let project = tenants[id] ?? domains[id] else { throw .unknown("project", id) }
    return project
  }

  /// Makes a domain.
  mutating func createDomain(_ attributes: JSONObject) throws(Refusal) -> Tenant {
    let domain = new(attributes, id: try explicitID(attributes), domainID: nil, parentID: nil)
    try requireStorable(domain)
    guard domains.named(domain.name, in: "") == nil else { throw .domainNameTaken(domain.name) }
    domains.store(domain)
    return domain
  }

  /// Makes a project in a domain, below another project or right below the domain.
  ///
  /// - Throws: 400 for a domain or a parent that is not there, 403 below the fifth level, 409 for a
  ///   name that the domain has.
  mutating func createProject(
    _ attributes: JSONObject,
    in domainID: String
  ) throws(Refusal) -> Tenant {
    guard attributes["is_domain"] != true else { return try createDomain(attributes) }
    guard let domain = domains[domainID] else {
      throw .badRequest("Could not find domain: \(domainID).")
    }
    let parentID = attributes["parent_id"]?.string ?? domainID
    let parent = try parent(parentID)
    let parentDomain = parent.domainID ?? parent.id
    guard parentDomain == domainID else {
      throw .badRequest(
        "Cannot create project, since it specifies its "
          + (release == .pike ? "owner as domain" : "domain_id")
          + " \(domainID), but specifies a parent in a different domain (\(parentDomain))."
      )
    }
    try requireBranch(above: parent, in: domain)
    let project = new(attributes, id: RandomID.hex(), domainID: domainID, parentID: parentID)
    try requireStorable(project)
    guard tenants.named(project.name, in: domainID) == nil else {
      throw projectNameTaken(project)
    }
    tenants.store(project)
    return project
  }

  /// Changes a project or a domain; what is not sent stays, and so does each option.
  ///
  /// `isDomain` says whether it is changed as a domain, where what a project alone has means nothing.
  mutating func updateProject(
    _ id: String,
    _ sent: JSONObject,
    isDomain: Bool
  ) throws(Refusal) -> Tenant {
    let former = isDomain ? try domain(id) : try project(id)
    try refuseMoving(former, sent, isDomain: isDomain)
    // Before the newest release, that of a domain is taken away where it is a project.
    let releases = sent.releasesImmutability && (!isDomain || release == .current)
    guard !former.isImmutable || releases else {
      throw .immutable(isDomain ? "domain" : "project", id, "update")
    }
    var project = former
    if let name = sent["name"]?.string { project.name = PythonWhiteSpace.stripped(name) }
    project.description = sent["description"] ?? former.description
    if case .bool(let enabled) = sent["enabled"] { project.enabled = enabled }
    if case .array(let tags) = sent["tags"], release != .pike {
      project.tags = tags.compactMap(\.string)
    }
    if release != .pike { project.options.apply(sent["options"]) }
    project.extra.merge(sent.without(keys(isDomain: isDomain)))
    if !former.isDomain, !project.enabled {
      guard !subtree(of: .project(id)).contains(where: \.enabled) else {
        throw .forbidden(
          "Cannot disable project \(id) since its subtree contains enabled projects."
        )
      }
    }
    try requireStorable(project)
    try requireFreeName(project, sent)
    if project.isDomain { domains.store(project) } else { tenants.store(project) }
    if !project.enabled { endTokens(inAllOf: project) }
    return project
  }

  /// Deletes a project over v3.
  mutating func deleteProject(_ id: String) throws(Refusal) {
    let project = try project(id)
    guard !project.isDomain else { return try deleteDomain(id) }
    guard !project.isImmutable else { throw .immutable("project", id, "delete") }
    try deleteTenant(id)
  }

  /// Deletes a domain with its projects, users and groups; its roles stay.
  mutating func deleteDomain(_ id: String) throws(Refusal) {
    let domain = try domain(id)
    guard !domain.isImmutable else { throw .immutable("domain", id, "delete") }
    guard !domain.enabled else {
      throw .forbidden("Cannot delete a domain that is enabled, please disable it first.")
    }
    for project in tenants.all where project.domainID == id { forgetTenant(project.id) }
    for user in users.all where user.domainID == id { forgetUser(user.id) }
    for group in groups.all where group.domainID == id { forgetGroup(group.id) }
    derivedGrants.removeAll(on: .domain(id))
    grants.removeAll(inTenant: id)
    _ = domains.remove(id)
  }

  /// Sets the tags of a project.
  mutating func setTags(_ tags: [String], of id: String) throws(Refusal) {
    var project = try project(id)
    project.tags = tags
    if project.isDomain { domains.store(project) } else { tenants.store(project) }
  }

  private func new(
    _ attributes: JSONObject,
    id: String,
    domainID: String?,
    parentID: String?
  ) -> Tenant {
    var tenant = Tenant(
      id: id,
      name: PythonWhiteSpace.stripped(attributes["name"]?.string ?? ""),
      description: attributes["description"] ?? "",
      enabled: attributes["enabled"] != false,
      parentID: parentID,
      domainID: domainID,
      extra: attributes.without(keys(isDomain: domainID == nil).union(["domain_id", "is_domain"]))
    )
    guard release != .pike else { return tenant }
    if case .array(let tags) = attributes["tags"] { tenant.tags = tags.compactMap(\.string) }
    tenant.options.apply(attributes["options"])
    return tenant
  }

  private func explicitID(_ attributes: JSONObject) throws(Refusal) -> String {
    guard release != .pike, let id = attributes["explicit_domain_id"]?.string else {
      return RandomID.hex()
    }
    guard id.utf8.count == 32, id.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
    else { throw .badRequest("Domain ID does not conform to required UUID format.") }
    return id
  }

  private func parent(_ id: String) throws(Refusal) -> Tenant {
    guard let parent = tenants[id] ?? domains[id] else {
      throw .badRequest("Could not find project: \(id).")
    }
    return parent
  }

  private func requireBranch(above parent: Tenant, in domain: Tenant) throws(Refusal) {
    guard domain.enabled else { throw .disabledBranch(domain.id) }
    guard !parent.isDomain else { return }
    var level = 1
    var next: Tenant? = parent
    while let project = next {
      guard project.enabled else { throw .disabledBranch(project.id) }
      level += 1
      next = project.parentID.flatMap { tenants[$0] }
    }
    guard level <= 5 else {
      throw .forbidden("Max hierarchy depth reached for \(parent.id) branch.")
    }
  }

  private func refuseMoving(
    _ former: Tenant,
    _ sent: JSONObject,
    isDomain: Bool
  ) throws(Refusal) {
    guard !isDomain else { return }
    if let id = sent["id"], id != .string(former.id) { throw .otherID }
    if let domain = sent["domain_id"], domain.string != former.domainID { throw .otherDomain }
    if let parent = sent["parent_id"], parent.string != former.parentID {
      throw .forbidden("Update of `parent_id` is not allowed.")
    }
    if let flag = sent["is_domain"], flag != .bool(former.isDomain) {
      throw .badRequest("Update of `is_domain` is not allowed.")
    }
  }

  private func requireStorable(_ project: Tenant) throws(Refusal) {
    guard options.nameCollation.canStore(project.name),
      options.nameCollation.canHold(project.description)
    else { throw .unstorable(release) }
  }

  private func requireFreeName(_ project: Tenant, _ sent: JSONObject) throws(Refusal) {
    if project.isDomain {
      guard let other = domains.named(project.name, in: ""), other.id != project.id else { return }
      throw .domainNameTaken(project.name)
    }
    guard let other = tenants.named(project.name, in: project.nameSpace), other.id != project.id
    else { return }
    // The words of the refusal want the id, and it is nowhere but in the body.
    guard release == .pike || sent["id"] != nil else { throw .escaped }
    throw projectNameTaken(project)
  }

  private func projectNameTaken(_ project: Tenant) -> Refusal {
    guard release != .pike else {
      return .conflict(
        "project",
        "it is not permitted to have two projects with the same name in the same domain : "
          + project.name
      )
    }
    return .conflict(
      "project",
      "it is not permitted to have two projects with either the same name or same id in the same "
        + "domain: name is \(project.name), project id \(project.id)"
    )
  }

  private mutating func endTokens(inAllOf project: Tenant) {
    guard project.isDomain else { return endTokens(in: project.id) }
    for child in tenants.all where child.domainID == project.id { endTokens(in: child.id) }
    for user in users.all where user.domainID == project.id { endStoredTokens(ofUser: user.id) }
  }
}

extension JSONObject {
  /// Puts options in, and takes those that are null away; what is not named stays.
  mutating func apply(_ sent: JSONValue?) {
    for (key, value) in sent?.object?.members ?? [] {
      if value == .null { _ = take(key) } else { self[key] = value }
    }
  }

  /// Whether a change makes something mutable again, and nothing else.
  var releasesImmutability: Bool {
    guard keys == ["options"], let option = self["options"]?.object?["immutable"] else {
      return false
    }
    return option != true
  }
}

extension Refusal {
  fileprivate static func domainNameTaken(_ name: String) -> Refusal {
    .conflict(
      "project",
      "it is not permitted to have two projects acting as domains with the same name: \(name)"
    )
  }

  fileprivate static func disabledBranch(_ id: String) -> Refusal {
    .badRequest("cannot create a project in a branch containing a disabled project: \(id)")
  }

  /// A name that the database can't take.
  static func unstorable(_ release: SandboxRelease) -> Refusal {
    release == .pike ? .unexpected : .escaped
  }
}
