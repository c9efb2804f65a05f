/// `/tenants`.
///
/// `GET /tenants` exists on both apps and means two things: every tenant on the admin one, the
/// caller's own on the public one.
enum TenantRoutes {
  static let all = [
    Route("GET", ["tenants"], action: "get_all_projects", body: .anything, list),
    Route(
      "GET",
      ["tenants"],
      on: [.public],
      action: "get_projects_for_token",
      body: .anything,
      listOwn
    ),
    Route("GET", ["tenants", .tenant], action: "get_project", get),
    Route("POST", ["tenants"], action: "create_project", body: .required("tenant"), create),
    Route(
      "POST",
      ["tenants", .tenant],
      action: "update_project",
      body: .required("tenant"),
      update
    ),
    Route(
      "PUT",
      ["tenants", .tenant],
      action: "update_project",
      body: .required("tenant"),
      update
    ),
    Route("DELETE", ["tenants", .tenant], action: "delete_project", delete),
    Route(
      "GET",
      ["tenants", .tenant, "users"],
      action: "get_project_users",
      body: .anything,
      users
    ),
  ]

  private static let attributes: [BodySchema.Attribute] = [
    .text("description", nullable: true),
    .bool("enabled"),
    .text("name", 1...64, .notBlank),
    .identifier("id", nullable: true),
  ]
  private static let creation = BodySchema(
    attributes: attributes,
    required: ["name"],
    forbidden: ["is_domain"]
  )
  private static let change = BodySchema(
    attributes: attributes,
    forbidden: ["is_domain", "domain_id"],
    allowsEmpty: false
  )

  /// All tenants; with `?name=` the one of that name, in an object of its own and not in a list.
  private static func list(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    if let name = call.parameter("name"), !name.isEmpty {
      guard let tenant = state.tenants.named(name) else { throw .unknown("project", name) }
      return .document(["tenant": .object(tenant.document)])
    }
    return try page(state.tenants.all.filter(\.isOfVersion2), call)
  }

  /// The tenants in which the caller has a role, disabled ones too.
  private static func listOwn(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    guard case .user(let token) = call.caller.kind else { throw .unauthorized() }
    let own = state.tenantIDs(ofUser: token.userID)
    return try page(own.compactMap { state.tenants[$0] }.filter(\.isOfVersion2), call)
  }

  /// The part of a list that `limit` and `marker` ask for; links to the next part there are none.
  private static func page(_ tenants: [Tenant], _ call: Call) throws(Refusal) -> Answer {
    var page = tenants[...]
    if let marker = call.parameter("marker") {
      guard let place = page.firstIndex(where: { $0.id == marker }) else {
        throw .badRequest("Marker could not be found")
      }
      page = page[(place + 1)...]
    }
    if let text = call.parameter("limit") {
      guard let limit = Int(PythonWhiteSpace.stripped(text)), limit >= 0 else {
        throw .badRequest("Invalid limit value")
      }
      page = page.prefix(limit)
    }
    return .document([
      "tenants": .array(page.map { .object($0.document) }), "tenants_links": [],
    ])
  }

  private static func get(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    return .document(["tenant": .object(try state.tenant(call[.tenant]).document)])
  }

  private static func create(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    // Keystone renames the keys before it looks whether there are any.
    guard call.body.object != nil else { throw .unexpected }
    let attributes = try creation.check(call.body).renamingKeys(RequestBody.attributeName)
    try call.caller.requireAdmin()
    return .document(["tenant": .object(try state.createTenant(attributes).document)])
  }

  private static func update(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    let attributes = try change.check(call.body)
    try call.caller.requireAdmin()
    let tenant = try state.updateTenant(call[.tenant], attributes)
    return .document(["tenant": .object(tenant.documentAfterUpdate)])
  }

  private static func delete(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    try state.deleteTenant(call[.tenant])
    return .nothing
  }

  /// Everybody with any role there, once each.
  private static func users(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    let tenant = try state.tenant(call[.tenant])
    let users = state.userIDs(inTenant: tenant.id).compactMap { state.users[$0] }
    return .document(["users": .array(users.map { .object($0.document) })])
  }
}

extension Tenant {
  /// v2.0 lists those of the default domain.
  fileprivate var isOfVersion2: Bool { domainID == SandboxState.domainID }
}
