import KeystoneClient
import Testing

extension ContractCase {
  static let services = [
    ContractCase("a service is made with 200, as often as one likes") { keystone in
      let service = try await keystone.makeService(["description": "D", "id": "ignored"])
      #expect(service.keys == ["id", "name", "type", "enabled", "description"])
      #expect(service["id"] != "ignored")
      let twin = try await keystone.makeService([
        "name": service["name"], "type": service["type"],
      ])
      #expect(twin["id"] != service["id"])
      #expect(twin.keys == ["id", "name", "type", "enabled"])
      let path = "/OS-KSADM/services/\(service["id"].text)"
      #expect(try await keystone.answers(200, .get, path).body == ["OS-KSADM:service": service])
      let list = try await keystone.answers(200, .get, "/OS-KSADM/services")
      #expect(list.body.keys == ["OS-KSADM:services"])
      #expect(list["OS-KSADM:services"].elements.contains(service))
      try await keystone.refuses(404, .get, "/OS-KSADM/services/\(service["name"].text)")
    },
    ContractCase("a service needs a type, and no name") { keystone in
      let reply = try await keystone.answers(
        200,
        .post,
        "/OS-KSADM/services",
        ["OS-KSADM:service": ["type": "contract", "enabled": false, "my-attr": 1]]
      )
      let service = reply["OS-KSADM:service"]
      #expect(service["name"] == "")
      #expect(service["enabled"] == false)
      #expect(service["my-attr"] == 1)
      for bad: JSON in [
        nil, [:], ["name": "x"], ["type": ""], ["type": 5],
        ["type": .string(String(repeating: "x", count: 256))], ["type": "x", "name": ""],
        ["type": "x", "name": nil], ["type": "x", "description": 5], ["type": "x", "enabled": nil],
      ] {
        try await keystone.refuses(400, .post, "/OS-KSADM/services", ["OS-KSADM:service": bad])
      }
    },
    ContractCase("a deleted service takes its endpoints along") { keystone in
      let service = try await keystone.makeService()
      let endpoint = try await keystone.makeEndpoint(of: service)
      let path = "/OS-KSADM/services/\(service["id"].text)"
      try await keystone.answers(204, .delete, path)
      try await keystone.refuses(404, .delete, path)
      try await keystone.refuses(404, .get, path)
      try await keystone.refuses(404, .delete, "/endpoints/\(endpoint["id"].text)")
    },
  ]
}
