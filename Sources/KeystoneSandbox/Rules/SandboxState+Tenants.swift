extension SandboxState {
  /// What an update may not set as an extra attribute: Keystone knows these keys.
  private static let tenantKeys: Set<String> = [
    "id", "name", "description", "enabled", "domain_id", "parent_id", "is_domain", "extra",
  ]

  /// The tenant of that id, or 404.
  func tenant(_ id: String) throws(Refusal) -> Tenant {
    guard let tenant = tenants[id] else { throw .unknown("project", id) }
    return tenant
  }

  /// Makes a tenant; its name is trimmed before it is compared, and an id may be chosen.
  mutating func createTenant(_ attributes: JSONObject) throws(Refusal) -> Tenant {
    if let parent = attributes["parent_id"]?.string, parent != Self.domainID {
      _ = try tenant(parent)
    }
    let tenant = Tenant(
      id: try chosenID(attributes["id"]),
      name: PythonWhiteSpace.stripped(attributes["name"]?.string ?? ""),
      description: attributes["description"] ?? "",
      enabled: attributes["enabled"] != false,
      parentID: attributes["parent_id"]?.string ?? Self.domainID,
      extra: attributes.without(Self.tenantKeys)
    )
    guard options.nameCollation.canStore(tenant.name) else { throw .unexpected }
    guard tenants[tenant.id] == nil, tenants.named(tenant.name) == nil else {
      throw .tenantNameTaken(tenant.name)
    }
    tenants.store(tenant)
    return tenant
  }

  /// Null passes the schema but not the database.
  private func chosenID(_ id: JSONValue?) throws(Refusal) -> String {
    guard let id else { return RandomID.hex() }
    guard let id = id.string else { throw .unexpected }
    return id
  }

  /// Changes what is sent and leaves the rest; an id in the body, even another one, is ignored.
  ///
  /// Disabling revokes the tokens for the tenant, for good.
  mutating func updateTenant(
    _ id: String,
    _ attributes: JSONObject
  ) throws(Refusal) -> Tenant {
    var tenant = try tenant(id)
    if let parent = attributes["parent_id"], parent.string != tenant.parentID {
      throw .forbidden("Update of `parent_id` is not allowed.")
    }
    if let name = attributes["name"]?.string {
      tenant.name = PythonWhiteSpace.stripped(name)
    }
    tenant.description = attributes["description"] ?? tenant.description
    if case .bool(let enabled) = attributes["enabled"] {
      tenant.enabled = enabled
    }
    tenant.extra.merge(attributes.without(Self.tenantKeys))
    guard tenant.enabled || !children(of: id).contains(where: \.enabled) else {
      throw .forbidden(
        "Cannot disable project \(id) since its subtree contains enabled projects."
      )
    }
    guard options.nameCollation.canStore(tenant.name) else { throw .unexpected }
    if let other = tenants.named(tenant.name), other.id != id {
      throw .tenantNameTaken(tenant.name)
    }
    tenants.store(tenant)
    if !tenant.enabled {
      endTokens(in: id)
    }
    return tenant
  }

  /// Deletes a tenant with its grants and tokens; users whose default it was have none any more.
  mutating func deleteTenant(_ id: String) throws(Refusal) {
    _ = try tenant(id)
    guard children(of: id).isEmpty else {
      throw .forbidden(
        "Cannot delete the project \(id) since it is not a leaf in the hierarchy. "
          + "Use the cascade option if you want to delete a whole subtree."
      )
    }
    forgetTenant(id)
  }

  /// Takes a tenant out with all that is its own.
  mutating func forgetTenant(_ id: String) {
    _ = tenants.remove(id)
    grants.removeAll(inTenant: id)
    derivedGrants.removeAll(on: .project(id))
    for credential in ec2Credentials.all where credential.tenantID == id {
      _ = ec2Credentials.remove(credential.id)
    }
    for credential in applicationCredentials.all where credential.projectID == id {
      _ = applicationCredentials.remove(credential.id)
    }
    deleteLimits(ofProject: id)
    endpointTies.removeAll(of: id)
    endpointGroupTies.removeAll(of: id)
    endTokens(in: id)
    for var user in users.all where user.defaultTenantID == id {
      user.defaultTenantID = nil
      users.store(user)
    }
  }

  /// The tenants right below one.
  func children(of id: String) -> [Tenant] {
    tenants.all.filter { $0.parentID == id }
  }
}

extension Refusal {
  /// The words for a taken name; a taken id gets the same ones.
  fileprivate static func tenantNameTaken(_ name: String) -> Refusal {
    .conflict(
      "project",
      "it is not permitted to have two projects with the same name in the same domain : \(name)"
    )
  }
}
