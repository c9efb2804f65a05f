import KeystoneClient
import Testing

extension V3ContractCase {
  static let services = [
    V3ContractCase("a service needs a type, and nothing keeps two from being alike") { keystone in
      let service = try await keystone.makeService()
      #expect(service.keys == ["id", "type", "name", "enabled", "links"])
      #expect(service["enabled"] == true)
      let path = "/services/\(service["id"].text)"
      #expect(try await keystone.answers(200, .get, path)["service"] == service)
      let twin = try await keystone.make(
        "service",
        ["name": service["name"], "type": service["type"]]
      )
      #expect(twin["id"] != service["id"])
      let list = try await keystone.list("/services?type=\(service["type"].text)")
      #expect(Set(list) == [service, twin])
      let byName = try await keystone.list("/services?name=\(service["name"].text)")
      #expect(Set(byName) == [service, twin])
      let bare: JSON = ["service": ["type": service["type"], "description": nil]]
      let unnamed = try await keystone.answers(201, .post, "/services", bare)["service"]
      #expect(unnamed["name"] == "")
      #expect(unnamed.keys.contains("description"))
      try await keystone.answers(204, .delete, path)
      try await keystone.refuses(404, .get, path)
      try await keystone.refuses(404, .delete, path)
    },
    V3ContractCase("a service that breaks the schema is 400") { keystone in
      let long = JSON.string(String(repeating: "t", count: 256))
      let bodies: [JSON] = [
        [:], ["name": "x"], ["type": ""], ["type": long], ["type": 5], ["type": "x", "name": ""],
        ["type": "x", "name": nil], ["type": "x", "name": long], ["type": "x", "enabled": "yes"],
      ]
      for body in bodies {
        try await keystone.refuses(400, .post, "/services", ["service": body])
      }
    },
    V3ContractCase("a service changes its type and name, and keeps its id and endpoints") {
      keystone in
      let service = try await keystone.makeService()
      let endpoint = try await keystone.makeEndpoint(of: service)
      let path = "/services/\(service["id"].text)"
      let change: JSON = [
        "service": ["type": .string(uniqueName()), "name": "other", "description": "Changed"]
      ]
      let changed = try await keystone.answers(200, .patch, path, change)["service"]
      #expect(changed == service.with(change["service"].members([:])))
      let rows = try await keystone.list("/endpoints?service_id=\(service["id"].text)")
      #expect(rows == [endpoint])
      try await keystone.refuses(400, .patch, path, ["service": [:]])
      try await keystone.refuses(404, .patch, "/services/nosuch", change)
      try await keystone.answers(204, .delete, path)
      try await keystone.refuses(404, .get, "/endpoints/\(endpoint["id"].text)")
    },
  ]
}
