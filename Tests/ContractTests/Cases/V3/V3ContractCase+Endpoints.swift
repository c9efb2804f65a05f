import KeystoneClient
import Testing

extension V3ContractCase {
  static let endpoints = [
    V3ContractCase("an endpoint is a row for each interface") { keystone in
      let service = try await keystone.makeService()
      let region = try await keystone.makeRegion()
      var rows: [JSON] = []
      for interface in ["public", "internal", "admin"] {
        let row = try await keystone.makeEndpoint(
          of: service,
          ["interface": .string(interface), "region_id": region["id"]]
        )
        #expect(
          row.without("id").without("links") == [
            "service_id": service["id"], "interface": .string(interface), "url": "http://p",
            "region_id": region["id"], "region": region["id"], "enabled": true,
          ]
        )
        rows.append(row)
      }
      let path = "/endpoints/\(rows[0]["id"].text)"
      #expect(try await keystone.answers(200, .get, path)["endpoint"] == rows[0])
      let (s, r) = (service["id"].text, region["id"].text)
      #expect(try await Set(keystone.list("/endpoints?service_id=\(s)")) == Set(rows))
      #expect(try await Set(keystone.list("/endpoints?region_id=\(r)")) == Set(rows))
      let one = try await keystone.list("/endpoints?service_id=\(s)&interface=internal")
      #expect(one == [rows[1]])
      try await keystone.answers(204, .delete, path)
      try await keystone.refuses(404, .get, path)
      try await keystone.refuses(404, .delete, path)
    },
    V3ContractCase("a row changes in place, and keeps its id") { keystone in
      let service = try await keystone.makeService()
      let other = try await keystone.makeService()
      let region = try await keystone.makeRegion()
      let row = try await keystone.makeEndpoint(of: service)
      #expect(row["region_id"] == .null)
      let path = "/endpoints/\(row["id"].text)"
      for (field, value) in [
        ("url", "http://q/%(tenant_id)s"), ("region_id", region["id"]), ("interface", "admin"),
        ("service_id", other["id"]), ("enabled", false), ("url", "http://q/$(nosuch)s"),
      ] as [(String, JSON)] {
        let change: JSON = ["endpoint": .object([field: value])]
        let changed = try await keystone.answers(200, .patch, path, change)["endpoint"]
        #expect(changed["id"] == row["id"])
        #expect(changed[field] == value)
      }
      for body in [[:], ["id": "x"], ["interface": "Public"], ["url": ""]] as [JSON] {
        try await keystone.refuses(400, .patch, path, ["endpoint": body])
      }
      for field in ["region_id", "service_id"] {
        let change: JSON = ["endpoint": .object([field: "nosuch"])]
        try await keystone.refuses(400, .patch, path, change)
      }
      let change: JSON = ["endpoint": ["enabled": true]]
      try await keystone.refuses(404, .patch, "/endpoints/nosuch", change)
    },
    V3ContractCase("a row's region goes with null, but for the release before", of: .ofToday) {
      keystone in
      let service = try await keystone.makeService()
      let region = try await keystone.makeRegion()
      let row = try await keystone.makeEndpoint(of: service, ["region_id": region["id"]])
      let path = "/endpoints/\(row["id"].text)"
      let status = keystone.release == .current ? 200 : 400
      let change: JSON = ["endpoint": ["region_id": nil]]
      let reply = try await keystone.answers(status, .patch, path, change)
      if status == 200 { #expect(reply["endpoint"]["region"] == .null) }
    },
    V3ContractCase("nothing keeps two rows from being alike") { keystone in
      let service = try await keystone.makeService()
      let one = try await keystone.makeEndpoint(of: service)
      let two = try await keystone.makeEndpoint(of: service)
      #expect(one.without("id").without("links") == two.without("id").without("links"))
      let rows = try await keystone.list("/endpoints?service_id=\(service["id"].text)")
      #expect(Set(rows) == [one, two])
    },
    V3ContractCase("a region's old name makes the region, beside an id it does not") { keystone in
      let service = try await keystone.makeService()
      let region = try await keystone.makeRegion()
      let name = uniqueName()
      let row = try await keystone.makeEndpoint(of: service, ["region": .string(name)])
      #expect(row["region_id"].text == name)
      try await keystone.answers(200, .get, "/regions/\(name)")
      let both = try await keystone.makeEndpoint(
        of: service,
        ["region": .string(uniqueName()), "region_id": region["id"]]
      )
      #expect(both["region_id"] == region["id"])
      #expect(both["region"] == region["id"])
    },
  ]

  static let endpointRules = [
    V3ContractCase("a row that breaks a rule is 400") { keystone in
      let service = try await keystone.makeService()
      let whole: JSON = [
        "service_id": service["id"], "interface": "public", "url": "http://p",
      ]
      let long = JSON.string("http://" + String(repeating: "a", count: 219))
      for (field, value) in [
        ("service_id", "nosuch"), ("interface", "publicURL"), ("interface", "Public"),
        ("region_id", "nosuch"), ("url", ""), ("url", long), ("enabled", "yes"),
      ] as [(String, JSON)] {
        let body = whole.with([field: value])
        try await keystone.refuses(400, .post, "/endpoints", ["endpoint": body])
      }
      for field in ["service_id", "interface", "url"] {
        let body = whole.without(field)
        try await keystone.refuses(400, .post, "/endpoints", ["endpoint": body])
      }
    },
    V3ContractCase("the names in a template are known, and each has its letter") { keystone in
      let service = try await keystone.makeService()
      func status(_ url: String) async throws -> Int {
        let row: JSON = [
          "service_id": service["id"], "interface": "public", "url": .string("http://p/" + url),
        ]
        return try await keystone.send(.post, "/endpoints", ["endpoint": row]).status
      }
      for url in [
        "$(tenant_id)s", "%(tenant_id)s", "%(project_id)s", "$(user_id)s", "100%%", "$tenant_id",
        "a\\b", "$(public_endpoint)s", "$(compute_host)s", "%s",
      ] {
        #expect(try await status(url) == 201, "\(url)")
      }
      for url in ["$(nosuch)s", "$(tenant_id)", "$(tenant_id)d", "100%", "$(domain_id)s"] {
        #expect(try await status(url) == 400, "\(url)")
      }
      for url in ["$(public_bind_host)s", "$(public_port)s", "$(admin_port)s"] {
        let wanted = keystone.release == .current ? 400 : 201
        #expect(try await status(url) == wanted, "\(url)")
      }
    },
  ]

  static let catalogs = [
    V3ContractCase("a catalog has an entry for each service, with the rows' own ids") { keystone in
      let (member, project, _) = try await keystone.makeMember()
      let service = try await keystone.makeService()
      let twin = try await keystone.make(
        "service",
        ["name": service["name"], "type": service["type"]]
      )
      let off = try await keystone.makeService(["enabled": false])
      _ = try await keystone.makeEndpoint(of: off)
      let url: JSON = "http://p/$(project_id)s/%(user_id)s"
      let row = try await keystone.makeEndpoint(of: service, ["url": url])
      _ = try await keystone.makeEndpoint(of: service, ["enabled": false])
      _ = try await keystone.makeEndpoint(of: service, ["url": "http://p/$(compute_host)s"])
      let login = try await keystone.logIn(
        keystone.credentials(member.user, .string(member.password), scope: member.scope)
      )
      let entries = login.document["catalog"].elements
      let own = entries.filter { $0["type"] == service["type"] }
      #expect(Set(own.map { $0["id"] }) == [service["id"], twin["id"]])
      let entry = try #require(own.first { $0["id"] == service["id"] })
      #expect(entry["name"] == service["name"])
      #expect(
        entry["endpoints"] == [
          [
            "id": row["id"], "interface": "public", "region": nil, "region_id": nil,
            "url": .string("http://p/\(project["id"].text)/\(member.id)"),
          ]
        ]
      )
      #expect(own.first { $0["id"] == twin["id"] }?["endpoints"] == [])
      #expect(!entries.contains { $0["id"] == off["id"] })
    }
  ]
}
