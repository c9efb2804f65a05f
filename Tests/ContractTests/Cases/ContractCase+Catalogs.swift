import KeystoneClient
import Testing

extension ContractCase {
  /// The entries of a service's type in the catalog that a new member sees.
  private static func catalog(
    of service: JSON,
    _ keystone: Keystone,
    as member: Keystone.Member? = nil
  ) async throws -> [JSON] {
    let viewer: Keystone.Member =
      if let member { member } else { try await keystone.makeMember() }
    return try await keystone.access(viewer)["serviceCatalog"].elements
      .filter { $0["type"] == service["type"] }
  }

  static let catalogs = [
    ContractCase("a catalog shows each service with an entry for each region") { keystone in
      let service = try await keystone.makeService()
      for (region, attributes) in [
        ("one", ["internalurl": "http://i", "adminurl": "http://a"]), ("two", [String: JSON]()),
      ] {
        _ = try await keystone.makeEndpoint(
          of: service,
          attributes.merging(["region": .string(region)]) { $1 }
        )
      }
      let entries = try await catalog(of: service, keystone)
      #expect(entries.count == 1)
      let entry = try #require(entries.last)
      #expect(entry.keys == ["type", "name", "endpoints", "endpoints_links"])
      #expect(entry["name"] == service["name"])
      #expect(entry["endpoints_links"] == [])
      #expect(
        Set(entry["endpoints"].elements.map { $0.without("id") }) == [
          [
            "region": "one", "publicURL": "http://p", "internalURL": "http://i",
            "adminURL": "http://a",
          ],
          ["region": "two", "publicURL": "http://p"],
        ]
      )
    },
    ContractCase("a catalog's endpoint ids are found nowhere else in v2.0") { keystone in
      let service = try await keystone.makeService()
      let endpoint = try await keystone.makeEndpoint(of: service)
      let entries = try await catalog(of: service, keystone)
      #expect(entries.last?["endpoints"].elements.last?["id"] != endpoint["id"])
    },
    ContractCase("services of one type in one region melt into one entry") { keystone in
      let first = try await keystone.makeService()
      let second = try await keystone.makeService(["type": first["type"]])
      for (service, url) in [(first, "http://1"), (second, "http://2")] {
        _ = try await keystone.makeEndpoint(
          of: service,
          ["region": "r", "publicurl": .string(url)]
        )
      }
      let entries = try await catalog(of: first, keystone)
      #expect(entries.count == 1)
      #expect(entries.last?["endpoints"].elements.count == 1)
    },
    ContractCase("templates are filled in, by either spelling") { keystone in
      let service = try await keystone.makeService()
      let member = try await keystone.makeMember()
      let (tenant, user) = (member.tenantID, member.userID)
      for (template, url) in [
        ("http://h/$(tenant_id)s", "http://h/\(tenant)"),
        ("%(tenant_id)s/%(project_id)s/$(user_id)s", "\(tenant)/\(tenant)/\(user)"),
        ("100%%/$tenant_id", "100%/$tenant_id"),
        ("[$(tenant_id).4s]", "[\(tenant.prefix(4))]"),
        ("[$(tenant_id)-34s]", "[\(tenant)  ]"),
        ("%5%", "%"),
      ] {
        let endpoint = try await keystone.makeEndpoint(
          of: service,
          ["publicurl": .string(template)]
        )
        let entries = try await catalog(of: service, keystone, as: member)
        let shown = entries.flatMap { $0["endpoints"].elements }
          .filter { $0["region"] == endpoint["region"] }
        #expect(shown.map { $0["publicURL"] } == [.string(url)])
      }
    },
    ContractCase("what is disabled or can't be filled in is left out") { keystone in
      let off = try await keystone.makeService(["enabled": false])
      _ = try await keystone.makeEndpoint(of: off)
      #expect(try await catalog(of: off, keystone).isEmpty)

      let service = try await keystone.makeService()
      _ = try await keystone.makeEndpoint(of: service, ["enabled": false])
      _ = try await keystone.makeEndpoint(of: service, ["publicurl": "http://$(compute_host)s"])
      #expect(try await catalog(of: service, keystone).isEmpty)
      _ = try await keystone.makeEndpoint(
        of: service,
        ["publicurl": "$(compute_host)s", "adminurl": "http://a"]
      )
      let entries = try await catalog(of: service, keystone)
      let shown = entries.flatMap { $0["endpoints"].elements }
      #expect(shown.map { $0["publicURL"] } == [""])
      #expect(shown.map { $0["adminURL"] } == ["http://a"])
    },
    ContractCase("an endpoint without a region shows null") { keystone in
      let service = try await keystone.makeService()
      _ = try await keystone.makeEndpoint(of: service, ["region": nil])
      let entries = try await catalog(of: service, keystone)
      #expect(entries.last?["endpoints"].elements.last?.keys == ["id", "region", "publicURL"])
      #expect(entries.last?["endpoints"].elements.last?["region"] == .null)
    },
  ]
}
