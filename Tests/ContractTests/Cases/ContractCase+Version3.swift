import KeystoneClient
import Testing

extension ContractCase {
  static let version3 = [
    ContractCase("v3 switches a row off, and v2.0 shows the state of the first") { keystone in
      let service = try await keystone.makeService()
      let endpoint = try await keystone.makeEndpoint(of: service, ["adminurl": "http://a"])
      let rows = try await keystone.rows(of: service)
      for (interface, shown) in [("admin", true), ("public", false)] {
        let row = try #require(rows.filter { $0["interface"] == .string(interface) }.last)
        let path = "//v3/endpoints/\(row["id"].text)"
        let change: JSON = ["endpoint": ["enabled": false]]
        let changed = try await keystone.answers(200, .patch, path, change)["endpoint"]
        #expect(changed.without("links") == row.with(["enabled": false]).without("links"))
        #expect(try await keystone.answers(200, .get, path)["endpoint"]["enabled"] == false)
        let listed = try await keystone.answers(200, .get, "/endpoints")["endpoints"].elements
          .filter { $0["id"] == endpoint["id"] }
        #expect(listed.map { $0["enabled"] } == [.bool(shown)])
      }
      #expect(try await keystone.catalogTypes().isDisjoint(with: [service["type"].text]))
      try await keystone.answers(204, .delete, "/endpoints/\(endpoint["id"].text)")
    },
    ContractCase("v3 switches a service off, and the catalog is without it") { keystone in
      let service = try await keystone.makeService()
      _ = try await keystone.makeEndpoint(of: service)
      #expect(try await keystone.catalogTypes().contains(service["type"].text))
      let path = "//v3/services/\(service["id"].text)"
      let change: JSON = ["service": ["enabled": false]]
      let changed = try await keystone.answers(200, .patch, path, change)["service"]
      #expect(changed.without("links") == service.with(["enabled": false]))
      let shown = try await keystone.answers(
        200,
        .get,
        "/OS-KSADM/services/\(service["id"].text)"
      )["OS-KSADM:service"]
      #expect(shown == service.with(["enabled": false]))
      #expect(try await !keystone.catalogTypes().contains(service["type"].text))
      try await keystone.answers(200, .patch, path, ["service": ["enabled": true]])
      #expect(try await keystone.catalogTypes().contains(service["type"].text))
    },
    ContractCase("v3 lists services, and narrows its lists") { keystone in
      let service = try await keystone.makeService()
      let endpoint = try await keystone.makeEndpoint(of: service, ["adminurl": "http://a"])
      let list = try await keystone.answers(
        200,
        .get,
        "//v3/services?type=\(service["type"].text)"
      )
      #expect(list["services"].elements.map { $0.without("links") } == [service])
      #expect(list["links"]["next"] == .null)
      let region = endpoint["region"].text
      for (query, interfaces) in [
        ("interface=admin", ["admin"]), ("region_id=\(region)", ["admin", "public"]),
        ("region_id=nope", []),
      ] {
        let path = "//v3/endpoints?service_id=\(service["id"].text)&\(query)"
        let rows = try await keystone.answers(200, .get, path)["endpoints"].elements
        #expect(rows.map { $0["interface"].text }.sorted() == interfaces)
      }
    },
    ContractCase("what v3 does not find or take is said as v2.0 says it") { keystone in
      let service = try await keystone.makeService()
      _ = try await keystone.makeEndpoint(of: service)
      let rowID = try await keystone.rows(of: service)[0]["id"].text
      for (kind, id) in [("endpoint", rowID), ("service", service["id"].text)] {
        let on: JSON = .object([kind: ["enabled": true]])
        try await keystone.refuses(404, .patch, "//v3/\(kind)s/nope", on)
        try await keystone.refuses(404, .get, "//v3/\(kind)s/nope")
        try await keystone.refuses(401, .patch, "//v3/\(kind)s/\(id)", on, token: .none)
        let wrong: JSON = .object([kind: ["enabled": "x"]])
        try await keystone.refuses(400, .patch, "//v3/\(kind)s/\(id)", wrong)
      }
    },
    ContractCase("a user changes the own password over v3 with no token") { keystone in
      let member = try await keystone.makeMember()
      let token = Keystone.Token.issued(try await keystone.token(member))
      let original = JSON.string(member.password)
      try await keystone.changePassword(of: member.user, from: "wrong", to: "n", 401)
      try await keystone.changePassword(of: ["id": "nope"], from: "p", to: "n", 401)
      for (from, to) in [(JSON.null, "n" as JSON), (original, .null), (original, 5), (5, "n")] {
        try await keystone.changePassword(of: member.user, from: from, to: to, 400)
      }
      try await keystone.changePassword(of: member.user, from: original, to: "n", 204)
      try await keystone.refuses(401, .get, "/tenants", on: .public, token: token)
      try await keystone.login(member.user, original, .refused)
      try await keystone.login(member.user, "n", .succeeds)
    },
  ]
}

extension Keystone {
  fileprivate func rows(of service: JSON) async throws -> [JSON] {
    let path = "//v3/endpoints?service_id=\(service["id"].text)"
    return try await answers(200, .get, path)["endpoints"].elements
  }

  /// The types in the catalog of a new member.
  fileprivate func catalogTypes() async throws -> Set<String> {
    let member = try await makeMember()
    let catalog = try await access(member)["serviceCatalog"].elements
    return Set(catalog.map { $0["type"].text })
  }
}
