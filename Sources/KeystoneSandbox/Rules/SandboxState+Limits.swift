extension SandboxState {
  /// The registered limit of that id, or 404.
  func registeredLimit(_ id: String) throws(Refusal) -> RegisteredLimit {
    guard let limit = registeredLimits[id] else {
      throw .notFound("Could not find registered limit for \(id).")
    }
    return limit
  }

  /// The limit of that id, or 404.
  func limit(_ id: String) throws(Refusal) -> Limit {
    guard let limit = limits[id] else { throw .notFound("Could not find limit for \(id).") }
    return limit
  }

  /// Makes all of them, or none where one is there already.
  mutating func createRegisteredLimits(
    _ sent: [JSONObject]
  ) throws(Refusal) -> [RegisteredLimit] {
    for attributes in sent { try requirePlace(of: attributes, "registered_limit") }
    var made: [RegisteredLimit] = []
    var table = registeredLimits
    for attributes in sent {
      let limit = RegisteredLimit(
        id: RandomID.hex(),
        serviceID: attributes["service_id"]?.string ?? "",
        regionID: attributes["region_id"]?.string,
        resourceName: attributes["resource_name"]?.string ?? "",
        defaultLimit: attributes["default_limit"] ?? .null,
        description: attributes["description"] ?? .null
      )
      guard table.named(limit.uniqueName ?? "") == nil else {
        throw .conflict("registered_limit", "Duplicate entry")
      }
      table.store(limit)
      made.append(limit)
    }
    registeredLimits = table
    return made
  }

  /// Changes what is sent.
  ///
  /// - Throws: 403 while anybody has a limit of its own for it; 409 where what it is a limit of is
  ///   sent and taken, be it by itself (`keystone.limit.backends.sql`).
  mutating func updateRegisteredLimit(
    _ id: String,
    _ sent: JSONObject
  ) throws(Refusal) -> RegisteredLimit {
    if let other = sent["id"], other != .string(id) { throw .otherID }
    try requirePlace(of: sent, "registered_limit")
    var limit = try registeredLimit(id)
    try refuseReferenced(limit)
    limit.serviceID = sent["service_id"]?.string ?? limit.serviceID
    limit.resourceName = sent["resource_name"]?.string ?? limit.resourceName
    if let region = sent["region_id"] { limit.regionID = region.string }
    let isMoved = ["service_id", "region_id", "resource_name"].contains { sent[$0] != nil }
    guard !isMoved || registeredLimits.named(limit.uniqueName ?? "") == nil else {
      throw .conflict("registered_limit", "Duplicate entry")
    }
    limit.defaultLimit = sent["default_limit"] ?? limit.defaultLimit
    limit.description = sent["description"] ?? limit.description
    registeredLimits.store(limit)
    return limit
  }

  /// Deletes a registered limit that nobody has a limit of its own for.
  mutating func deleteRegisteredLimit(_ id: String) throws(Refusal) {
    try refuseReferenced(try registeredLimit(id))
    _ = registeredLimits.remove(id)
  }

  /// Makes all of them, or none where one is refused.
  mutating func createLimits(_ sent: [JSONObject]) throws(Refusal) -> [Limit] {
    for attributes in sent { try requirePlace(of: attributes, "limit") }
    var made: [Limit] = []
    var table = limits
    for attributes in sent {
      let projectID = attributes["project_id"]?.string
      let isDomain = projectID.map { domains[$0] != nil } ?? false
      let name = RegisteredLimit.name(
        serviceID: attributes["service_id"]?.string ?? "",
        regionID: attributes["region_id"]?.string,
        resourceName: attributes["resource_name"]?.string ?? ""
      )
      guard let registered = registeredLimits.named(name) else {
        throw .forbidden("Unable to create a limit that has no corresponding registered limit.")
      }
      let limit = Limit(
        id: RandomID.hex(),
        registeredID: registered.id,
        projectID: isDomain ? nil : projectID,
        domainID: isDomain ? projectID : attributes["domain_id"]?.string,
        resourceLimit: attributes["resource_limit"] ?? .null,
        description: attributes["description"] ?? .null
      )
      guard table.named(limit.uniqueName ?? "") == nil else {
        throw .conflict("limit", "Duplicate entry")
      }
      table.store(limit)
      made.append(limit)
    }
    limits = table
    return made
  }

  /// Changes what is sent, but that Keystone passes over a zero and an empty description
  /// (`if limit.get('resource_limit')`, `keystone.limit.backends.sql`).
  mutating func updateLimit(_ id: String, _ sent: JSONObject) throws(Refusal) -> Limit {
    var limit = try limit(id)
    if let amount = sent["resource_limit"], amount.isTruthy { limit.resourceLimit = amount }
    if let description = sent["description"], description.isTruthy {
      limit.description = description
    }
    limits.store(limit)
    return limit
  }

  /// The limits of a project that is deleted go with it.
  mutating func deleteLimits(ofProject id: String) {
    for limit in limits.all where limit.projectID == id { _ = limits.remove(limit.id) }
  }

  private func refuseReferenced(_ limit: RegisteredLimit) throws(Refusal) {
    guard !limits.all.contains(where: { $0.registeredID == limit.id }) else {
      throw .forbidden(
        "Unable to update or delete registered limit \(limit.id) because there are project limits "
          + "associated with it."
      )
    }
  }

  /// What a limit is of, and for, must be there.
  private func requirePlace(of sent: JSONObject, _ target: String) throws(Refusal) {
    if let id = sent["service_id"]?.string, services[id] == nil {
      throw .missing("service_id", in: target)
    }
    if let id = sent["region_id"]?.string, regions.named(id) == nil {
      throw .missing("region_id", in: target)
    }
    if let id = sent["project_id"]?.string, tenants[id] == nil, domains[id] == nil {
      throw .missing("project_id", in: target)
    }
    if let id = sent["domain_id"]?.string, domains[id] == nil {
      throw .missing("domain_id", in: target)
    }
  }
}
