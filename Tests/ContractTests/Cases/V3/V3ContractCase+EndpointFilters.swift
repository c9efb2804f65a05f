import KeystoneClient
import Testing

extension V3ContractCase {
  /// What narrows the catalog of a project: endpoints, and groups of them.
  static let endpointFilters = [
    V3ContractCase("a project's catalog has the endpoints that are tied to it alone", of: .ofToday)
    {
      keystone in
      let (member, project, _) = try await keystone.makeMember()
      let service = try await keystone.makeService()
      let row = try await keystone.makeEndpoint(of: service)
      let other = try await keystone.makeEndpoint(of: service, ["interface": "internal"])
      let off = try await keystone.makeEndpoint(of: service, ["enabled": false])
      #expect(try await keystone.catalog(of: member).count > 1)

      let endpoints = "/OS-EP-FILTER/projects/\(project["id"].text)/endpoints"
      let path = "\(endpoints)/\(row["id"].text)"
      #expect(try await keystone.list(endpoints).isEmpty)
      try await keystone.answers(204, .put, path)
      let taken = "…attempting to store project_endpoint - Duplicate entry."
      try await keystone.refuses(409, .put, path, saying: taken)
      #expect(try await keystone.list(endpoints) == [row])
      let projects = "/OS-EP-FILTER/endpoints/\(row["id"].text)/projects"
      #expect(try await keystone.list(projects).map { $0["id"] } == [project["id"]])
      try await keystone.answers(204, .get, path)
      let untied = "\(endpoints)/\(other["id"].text)"
      let words = "Endpoint \(other["id"].text) not found in project \(project["id"].text)"
      try await keystone.refuses(404, .get, untied, saying: words)
      try await keystone.refuses(404, .delete, untied, saying: words)

      // No service is there without an endpoint any more.
      let shown = try await keystone.catalog(of: member)
      #expect(shown.map { $0["id"] } == [service["id"]])
      #expect(shown.first?["endpoints"].elements.map { $0["id"] } == [row["id"]])

      try await keystone.answers(204, .put, "\(endpoints)/\(off["id"].text)")
      try await keystone.answers(204, .delete, path)
      #expect(try await keystone.catalog(of: member).isEmpty)
      try await keystone.answers(204, .delete, "/endpoints/\(off["id"].text)")
      #expect(try await keystone.catalog(of: member).count > 1)

      try await keystone.refuses(404, .put, "\(endpoints)/nosuch")
      let nowhere = "/OS-EP-FILTER/projects/nosuch/endpoints"
      try await keystone.refuses(404, .put, "\(nowhere)/\(row["id"].text)")
      try await keystone.refuses(404, .get, nowhere)
      let token = try await keystone.token(of: member)
      try await keystone.refuses(403, .get, endpoints, token: token)
      try await keystone.refuses(403, .put, path, token: token)
    },
    V3ContractCase("a group ties the endpoints that are as it says", of: .ofToday) { keystone in
      let (member, project, _) = try await keystone.makeMember()
      let service = try await keystone.makeService()
      let region = try await keystone.makeRegion()
      let row = try await keystone.makeEndpoint(of: service, ["region_id": region["id"]])
      let other = try await keystone.makeEndpoint(of: service, ["interface": "internal"])
      let groups = "/OS-EP-FILTER/endpoint_groups"
      let sent: JSON = [
        "name": .string(uniqueName()), "filters": ["service_id": service["id"]],
      ]
      let body: JSON = ["endpoint_group": sent]
      let made = try await keystone.answers(201, .post, groups, body)["endpoint_group"]
      #expect(made.without("id").without("links") == sent.with(["description": nil]))
      let path = "\(groups)/\(made["id"].text)"
      #expect(try await keystone.answers(200, .get, path)["endpoint_group"] == made)
      #expect(try await keystone.list("\(groups)?name=\(sent["name"].text)") == [made])
      #expect(try await keystone.list("\(path)/endpoints") == [row, other])

      let tie = "\(path)/projects/\(project["id"].text)"
      try await keystone.refuses(404, .get, tie)
      try await keystone.answers(204, .put, tie)
      try await keystone.refuses(409, .put, tie)
      let tied = try await keystone.answers(200, .get, tie)["project_endpoint_group"]
      #expect(tied["links"]["self"].text == tie)
      let own = "/OS-EP-FILTER/projects/\(project["id"].text)"
      #expect(try await keystone.list("\(own)/endpoint_groups") == [made])
      #expect(try await keystone.list("\(path)/projects").map { $0["id"] } == [project["id"]])
      #expect(try await keystone.list("\(own)/endpoints") == [row, other])

      let narrower = sent.with(["filters": ["region_id": region["id"], "interface": "public"]])
      let changed = try await keystone.answers(200, .patch, path, ["endpoint_group": narrower])
      #expect(changed["endpoint_group"]["filters"] == narrower["filters"])
      let shown = try await keystone.catalog(of: member)
      #expect(shown.flatMap { $0["endpoints"].elements.map { $0["id"] } } == [row["id"]])

      try await keystone.answers(204, .delete, path)
      try await keystone.refuses(404, .delete, path, saying: "Could not find Endpoint Group: …")
      #expect(try await keystone.list("\(own)/endpoint_groups").isEmpty)
      #expect(try await keystone.list("\(groups)/nosuch/projects").isEmpty)
      try await keystone.refuses(404, .get, "\(groups)/nosuch/endpoints")
      try await keystone.refuses(404, .delete, "\(groups)/nosuch/projects/\(project["id"].text)")
    },
    V3ContractCase("a group goes by the service, the region and the interface", of: .ofToday) {
      keystone in
      let groups = "/OS-EP-FILTER/endpoint_groups"
      let missing = "Expecting to find service_id or region_id or interface in endpoint_group. …"
      let unknown: JSON = ["nosuch": "x"]
      let switched: JSON = ["enabled": true]
      let refused: [(filters: JSON, words: String)] = [
        ([:], "filters field is required and cannot be empty"), (unknown, missing),
        (switched, missing), ("x", "…'x' is not of type 'object'…"),
      ]
      for (filters, words) in refused {
        let sent: JSON = ["name": "g", "filters": filters]
        try await keystone.refuses(400, .post, groups, ["endpoint_group": sent], saying: words)
      }
      let good: JSON = ["name": "g", "filters": ["interface": "public"]]
      for sent in [
        good.without("name"), good.without("filters"), good.with(["name": ""]),
        good.with(["name": .string(String(repeating: "n", count: 256))]), good.with(["more": 1]),
      ] {
        try await keystone.refuses(400, .post, groups, ["endpoint_group": sent])
      }
      let made = try await keystone.answers(201, .post, groups, ["endpoint_group": good])
      let path = "\(groups)/\(made["endpoint_group"]["id"].text)"
      for change in [[:], ["id": "x"], ["filters": ["nosuch": "x"]]] as [JSON] {
        try await keystone.refuses(400, .patch, path, ["endpoint_group": change])
      }
      // Without a filter it is of all endpoints.
      try await keystone.answers(200, .patch, path, ["endpoint_group": ["filters": [:]]])
      let row = try await keystone.makeEndpoint(of: keystone.makeService())
      #expect(try await keystone.list("\(path)/endpoints").contains(row))
      try await keystone.answers(204, .delete, path)
      // What an interface is, and which queries there are, the newest release alone knows.
      let isCurrent = keystone.release == .current
      try await keystone.answers(isCurrent ? 400 : 200, .get, "\(groups)?limit=1")
      let odd: JSON = ["name": "g", "filters": ["interface": "nosuch"]]
      let answer = try await keystone.answers(
        isCurrent ? 400 : 201,
        .post,
        groups,
        ["endpoint_group": odd]
      )
      if !isCurrent {
        let id = answer["endpoint_group"]["id"].text
        try await keystone.answers(204, .delete, "\(groups)/\(id)")
      }
    },
  ]
}

extension V3Keystone {
  /// What a member sees of the catalog after a new login.
  fileprivate func catalog(of member: Member) async throws -> [JSON] {
    let login = credentials(member.user, .string(member.password), scope: member.scope)
    return try await logIn(login).document["catalog"].elements
  }
}
