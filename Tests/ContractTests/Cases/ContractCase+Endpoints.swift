import KeystoneClient
import Testing

extension ContractCase {
  static let endpoints = [
    ContractCase("an endpoint's creation is echoed, and its list tells more") { keystone in
      let service = try await keystone.makeService()
      let sent: JSON = [
        "service_id": service["id"], "region": " R ", "publicurl": "http://p/$(tenant_id)s",
        "internalurl": "http://i", "adminurl": "", "colour": "red",
      ]
      let made = try await keystone.answers(200, .post, "/endpoints", ["endpoint": sent])[
        "endpoint"
      ]
      #expect(made == sent.without("adminurl").with(["id": made["id"]]))
      let list = try await keystone.answers(200, .get, "/endpoints")
      #expect(list.body.keys == ["endpoints"])
      let listed = list["endpoints"].elements.filter { $0["id"] == made["id"] }
      #expect(listed == [made.with(["enabled": true])])
    },
    ContractCase("an endpoint may lack a region and be disabled") { keystone in
      let service = try await keystone.makeService()
      let sent: JSON = ["service_id": service["id"], "publicurl": "not a url", "enabled": false]
      let made = try await keystone.answers(200, .post, "/endpoints", ["endpoint": sent])[
        "endpoint"
      ]
      let list = try await keystone.answers(200, .get, "/endpoints")["endpoints"].elements
      #expect(list.filter { $0["id"] == made["id"] } == [made.with(["region": nil])])
    },
    ContractCase("an endpoint is made as often as one likes, and deleted once") { keystone in
      let service = try await keystone.makeService()
      let first = try await keystone.makeEndpoint(of: service, ["region": "r"])
      let second = try await keystone.makeEndpoint(of: service, ["region": "r"])
      #expect(first["id"] != second["id"])
      let path = "/endpoints/\(first["id"].text)"
      try await keystone.answers(204, .delete, path)
      try await keystone.refuses(404, .delete, path)
      let list = try await keystone.answers(200, .get, "/endpoints")["endpoints"].elements
      #expect(list.filter { $0["service_id"] == service["id"] }.map { $0["id"] } == [second["id"]])
    },
    ContractCase("an endpoint needs a public URL and a known service") { keystone in
      let service = try await keystone.makeService()
      let good: JSON = ["service_id": service["id"], "publicurl": "http://p"]
      for bad in [
        good.without("publicurl"), good.with(["publicurl": ""]), good.with(["publicurl": nil]),
        good.without("service_id"), good.with(["service_id": "nope"]),
        good.with(["region": .string(String(repeating: "r", count: 256))]),
      ] {
        try await keystone.refuses(400, .post, "/endpoints", ["endpoint": bad])
      }
      try await keystone.refuses(500, .post, "/endpoints", ["endpoint": nil])
      try await keystone.answers(
        200,
        .post,
        "/endpoints",
        ["endpoint": good.with(["region": .string(String(repeating: "r", count: 255))])]
      )
    },
    ContractCase("a template that Python can't format is refused in its own words") { keystone in
      let service = try await keystone.makeService()
      for bad in [
        "$(nosuch)s", "$(tenant_id)", "$(tenant_id", "$(tenant_id)d", "$(tenant_id)c",
        "$(tenant_id)S", "$(tenant_id)*s", "100%", "%20x", "%()s", "%(a(b)c)s", "$(compute_port)s",
        "%(x)%",
      ] {
        for key in ["publicurl", "adminurl", "internalurl"] {
          let endpoint = JSON.object(["service_id": service["id"], "publicurl": "http://p"])
            .with([key: .string(bad)])
          let reply = try await keystone.refuses(
            400,
            .post,
            "/endpoints",
            ["endpoint": endpoint]
          )
          #expect(reply["error"]["message"] == .string(bad))
        }
      }
    },
  ]
}
