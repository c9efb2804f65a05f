import KeystoneClient
import Testing

extension V3ContractCase {
  static let lists = [
    V3ContractCase("an empty name is no filter that is taken", of: .ofToday) { keystone in
      for list in ["users", "projects", "groups", "domains"] {
        let status = keystone.release == .current ? 400 : 200
        try await keystone.answers(status, .get, "/\(list)?name=")
      }
    },
    V3ContractCase("a page ends where it is asked to, and goes on from a mark", of: [.current]) {
      keystone in
      let domain = try await keystone.make("domain")
      for kind in ["user", "project", "group"] {
        var made: Set<String> = []
        for _ in 1...3 {
          let object = try await keystone.make(kind, ["domain_id": domain["id"]])
          made.insert(object["id"].text)
        }
        let query = "/\(kind)s?domain_id=\(domain["id"].text)"
        var seen: [String] = []
        var path: String? = query + "&limit=2"
        while let next = path {
          let reply = try await keystone.answers(200, .get, next)
          seen += reply["\(kind)s"].elements.map { $0["id"].text }
          let link = reply["links"]["next"]
          #expect((reply["truncated"] == true) == (link != .null))
          path = link == .null ? nil : String(link.text.dropFirst((keystone.root + "/v3").count))
          try #require(seen.count <= 3)
        }
        #expect(seen == made.sorted())
        try await keystone.refuses(404, .get, query + "&limit=2&marker=nosuch")
        // A full page says that there is more, and what follows has no rows.
        let full = try await keystone.answers(200, .get, query + "&limit=3")
        #expect(full["truncated"] == true)
        let end = full["links"]["next"].text.dropFirst((keystone.root + "/v3").count)
        #expect(try await keystone.list(String(end)).isEmpty)
        // No limit to the database, and a page that is full to what is above it.
        let whole = try await keystone.answers(200, .get, query + "&limit=0")
        #expect(whole["\(kind)s"].elements.count == 3)
        #expect(whole["truncated"] == true)
      }
      try await keystone.delete(domain: domain)
    },
    V3ContractCase("a list of the catalog gives the same page again and again", of: [.current]) {
      keystone in
      for _ in 1...3 { _ = try await keystone.makeService() }
      let first = try await keystone.answers(200, .get, "/services?limit=2")
      let ids = first["services"].elements.map { $0["id"] }
      #expect(ids.count == 2)
      #expect(first["truncated"] == true)
      let next = first["links"]["next"].text.dropFirst((keystone.root + "/v3").count)
      let second = try await keystone.answers(200, .get, String(next))
      #expect(second["services"].elements.map { $0["id"] } == ids)
    },
    V3ContractCase("a page means nothing to the release before", of: [.zed]) { keystone in
      for _ in 1...3 { _ = try await keystone.make("user") }
      let list = try await keystone.list("/users?limit=2")
      #expect(list.count >= 3)
    },
    V3ContractCase(
      "lists that nobody asked in pages end silently",
      setting: .databaseLimit,
      of: [.current]
    ) { keystone in
      let domain = try await keystone.make("domain")
      for kind in ["user", "project", "group"] {
        for _ in 1...4 { _ = try await keystone.make(kind, ["domain_id": domain["id"]]) }
        let query = "/\(kind)s?domain_id=\(domain["id"].text)"
        // Three, with no sign that there is a fourth.
        #expect(try await keystone.list(query).count == 3)
        let page = try await keystone.answers(200, .get, query + "&limit=9")
        #expect(page["\(kind)s"].elements.count == 3)
        #expect(page["truncated"] == true)
      }
      for _ in 1...4 { _ = try await keystone.makeService() }
      #expect(try await keystone.list("/services").count >= 4)
    },
    V3ContractCase(
      "list_limit cuts every list but those of regions and grants",
      setting: .listLimit
    ) {
      keystone in
      for _ in 1...3 {
        let service = try await keystone.makeService()
        let region = try await keystone.makeRegion()
        _ = try await keystone.makeEndpoint(of: service, ["region_id": region["id"]])
        _ = try await keystone.makeMember()
        _ = try await keystone.make("group")
      }
      for list in ["users", "projects", "groups", "roles", "services", "endpoints"] {
        let cut = try await keystone.answers(200, .get, "/\(list)")
        #expect(cut[list].elements.count == 2, "\(list)")
        #expect(cut["truncated"] == true, "\(list)")
        #expect((cut["links"]["next"] != .null) == (keystone.release == .current), "\(list)")
        let asked = try await keystone.answers(200, .get, "/\(list)?limit=3")
        let ignored = keystone.release != .current || ["users", "groups"].contains(list)
        #expect(asked[list].elements.count == (ignored ? 2 : 3), "\(list)")
      }
      for list in ["regions", "role_assignments"] {
        #expect(try await keystone.list("/\(list)").count >= 3)
      }
    },
  ]

  static let mariaDB = [
    V3ContractCase("MariaDB takes names for one, of every kind", setting: .mariaDB) { keystone in
      let name = uniqueName()
      for kind in ["user", "project", "domain", "group", "role"] {
        let made = try await keystone.make(kind, ["name": .string(name + "José")])
        for twin in [name.uppercased() + "JOSE", name + "Jose"] {
          let sent: JSON = .object([kind: ["name": .string(twin)]])
          try await keystone.refuses(409, .post, "/\(kind)s", sent)
        }
        let found = try await keystone.list("/\(kind)s?name=\(name.uppercased())jose")
        #expect(found == [made])
      }
    },
    V3ContractCase("MariaDB finds a region by another spelling", setting: .mariaDB) { keystone in
      let region = try await keystone.makeRegion()
      let other = region["id"].text.uppercased()
      #expect(try await keystone.answers(200, .get, "/regions/\(other)")["region"] == region)
      try await keystone.refuses(409, .post, "/regions", ["region": ["id": .string(other)]])
      let service = try await keystone.makeService()
      let row = try await keystone.makeEndpoint(of: service, ["region_id": .string(other)])
      #expect(row["region_id"].text == other)
    },
  ]
}
