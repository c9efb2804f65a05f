extension SandboxState {
  /// The group of that id, or 404.
  func endpointGroup(_ id: String) throws(Refusal) -> EndpointGroup {
    guard let group = endpointGroups[id] else { throw .unknown("Endpoint Group", id) }
    return group
  }

  /// The endpoints that a project's catalog is narrowed to, its own first; none where it is not
  /// narrowed.
  func endpointRows(ofProject id: String) -> [EndpointRow] {
    let own = endpointTies.others(of: id).compactMap { endpoints[$0] }
    let groups = endpointGroupTies.others(of: id).compactMap { endpointGroups[$0] }
    var seen = Set(own.map(\.id))
    return own
      + groups.flatMap { group in endpoints.all.filter(group.holds) }
      .filter { seen.insert($0.id).inserted }
  }

  /// The projects of those ids, which may be domains.
  func projects(_ ids: [String]) -> [Tenant] {
    ids.compactMap { tenants[$0] ?? domains[$0] }
  }

  /// Ties an endpoint to a project, both of which must be there.
  mutating func addEndpoint(_ id: String, toProject projectID: String) throws(Refusal) {
    _ = try endpointRow(id)
    _ = try project(projectID)
    guard endpointTies.add(id, to: projectID) else {
      throw .conflict("project_endpoint", "Duplicate entry")
    }
  }

  /// Ties a group of endpoints to a project, both of which must be there.
  mutating func addEndpointGroup(_ id: String, toProject projectID: String) throws(Refusal) {
    _ = try project(projectID)
    _ = try endpointGroup(id)
    guard endpointGroupTies.add(id, to: projectID) else {
      throw .conflict("project_endpoint_group", "Duplicate entry")
    }
  }
}

extension Refusal {
  /// An endpoint that is not tied to that project.
  static func endpointNotInProject(_ id: String, _ projectID: String) -> Refusal {
    .notFound("Endpoint \(id) not found in project \(projectID)")
  }

  static let endpointGroupNotInProject = notFound("Endpoint Group Project Association not found")
}
