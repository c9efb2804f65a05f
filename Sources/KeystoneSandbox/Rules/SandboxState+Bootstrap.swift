extension SandboxState {
  /// Makes what `keystone-manage bootstrap` makes on the release, in a region `RegionOne` with the
  /// server's own address as the URL of each interface.
  mutating func bootstrap(_ password: String) throws(Refusal) {
    let project = try createProject(
      ["name": "admin", "description": "Bootstrap project for initializing the cloud."],
      in: Self.domainID
    )
    let user = try createUser(
      ["name": "admin", "password": .string(password)],
      in: Self.domainID
    )
    let admin = try bootstrapRoles()
    try grant(Assignment(actor: .user(user.id), target: .project(project.id), roleID: admin))
    if release != .pike {
      try grant(Assignment(actor: .user(user.id), target: .system, roleID: admin))
    }
    try bootstrapCatalog()
  }

  /// Makes the roles, each of which but `service` implies the one before.
  ///
  /// - Returns: The id of `admin`.
  private mutating func bootstrapRoles() throws(Refusal) -> String {
    let chain: [String]
    switch release {
    case .pike: chain = ["admin"]
    case .zed: chain = ["reader", "member", "admin"]
    case .current: chain = ["reader", "member", "manager", "admin"]
    }
    var lower: String?
    var top = ""
    for name in chain {
      let role = try bootstrapRole(name)
      if let lower { try imply(lower, by: role.id) }
      lower = role.id
      top = role.id
    }
    if release == .current { _ = try bootstrapRole("service") }
    return top
  }

  private mutating func bootstrapRole(_ name: String) throws(Refusal) -> Role {
    try createVersion3Role(
      release == .pike
        ? ["name": .string(name)]
        : ["name": .string(name), "options": ["immutable": true]]
    )
  }

  private mutating func bootstrapCatalog() throws(Refusal) {
    let region = "RegionOne"
    ensureRegion(region)
    let service = Service(
      id: RandomID.hex(),
      name: "keystone",
      type: "identity",
      enabled: true,
      extra: [:]
    )
    services.store(service)
    for interface in [EndpointRow.Interface.public, .internal, .admin] {
      let root = interface == .admin ? options.adminURL : options.publicURL
      _ = try createEndpointRow([
        "interface": .string(interface.rawValue), "service_id": .string(service.id),
        "region_id": .string(region), "url": .string(root + "/v3"),
      ])
    }
  }
}
