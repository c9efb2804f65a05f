extension SandboxState {
  /// The catalog that a token shows: nothing while it is unscoped.
  ///
  /// As in Keystone's SQL back end, rows are gathered by type and region: services of one type in
  /// one region melt into one entry, with the first row's id and the last rows' URLs.
  func catalog(for token: Token) -> [CatalogService] {
    guard let tenantID = token.tenantID else { return [] }
    let values = templateValues(userID: token.userID, tenantID: tenantID)
    var catalog: [CatalogService] = []
    var places: [ExactText: Int] = [:]
    for row in endpoints.all where row.enabled {
      guard let service = services[row.serviceID], service.enabled,
        let url = filled(row, values)
      else { continue }
      let place = places[ExactText(service.type)] ?? catalog.count
      if place == catalog.count {
        places[ExactText(service.type)] = place
        catalog.append(CatalogService(type: service.type, name: service.name))
      }
      catalog[place].add(row, url: url, serviceName: service.name)
    }
    return catalog
  }

  /// The URL with its places filled in; nil for one that can't be, which just drops out.
  func filled(_ row: EndpointRow, _ values: [String: String]) -> String? {
    do {
      return try CatalogTemplate(text: row.url).filled(values)
    } catch {
      return nil
    }
  }

  /// What the names in a template stand for; `compute_host` passes the check but stands for
  /// nothing, and an option that is not set is Python's `None`.
  ///
  /// A token that is scoped to no project has no value for one.
  func templateValues(userID: String, tenantID: String?) -> [String: String] {
    var values = ["user_id": userID, "public_endpoint": "None"]
    values["tenant_id"] = tenantID
    values["project_id"] = tenantID
    if release == .pike {
      values["public_port"] = String(options.publicPort)
      values["admin_port"] = String(options.adminPort)
      values["public_bind_host"] = "127.0.0.1"
      values["admin_bind_host"] = "127.0.0.1"
      values["admin_endpoint"] = "None"
    }
    return values
  }
}
