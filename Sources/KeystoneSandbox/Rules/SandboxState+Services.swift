extension SandboxState {
  /// The service of that id, or 404.
  func service(_ id: String) throws(Refusal) -> Service {
    guard let service = services[id] else { throw .unknown("service", id) }
    return service
  }

  /// Changes what v3 sends and leaves the rest.
  mutating func updateService(_ id: String, _ sent: JSONObject) throws(Refusal) -> Service {
    let former = try service(id)
    var extra = former.extra
    extra.merge(sent.without(Service.keys))
    let service = Service(
      id: id,
      name: sent["name"]?.string ?? former.name,
      type: sent["type"]?.string ?? former.type,
      enabled: sent["enabled"].map { $0 != false } ?? former.enabled,
      extra: extra
    )
    services.store(service)
    return service
  }

  /// Deletes a service with all its endpoints, whoever made them.
  mutating func deleteService(_ id: String) throws(Refusal) {
    guard services.remove(id) != nil else { throw .unknown("service", id) }
    for row in endpoints.all where row.serviceID == id {
      _ = endpoints.remove(row.id)
      endpointTies.removeAll(with: row.id)
    }
  }
}
