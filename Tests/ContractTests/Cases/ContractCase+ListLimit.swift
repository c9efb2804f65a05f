import KeystoneClient
import Testing

extension ContractCase {
  static let listLimit = [
    ContractCase("list_limit cuts v3's lists off, and says so", setting: .listLimit) { keystone in
      var services: [JSON] = []
      for _ in 1...3 {
        let service = try await keystone.makeService()
        _ = try await keystone.makeEndpoint(of: service)
        services.append(service)
      }
      for name in ["endpoints", "services"] {
        let list = try await keystone.answers(200, .get, "//v3/\(name)")
        #expect(list[name].elements.count == 2)
        #expect(list["truncated"] == true)
        #expect(list["links"]["next"] == .null)
        let more = try await keystone.answers(200, .get, "//v3/\(name)?limit=9")
        #expect(more[name].elements.count == 2)
        #expect(more["truncated"] == true)
      }
      let id = services[2]["id"].text
      let own = try await keystone.answers(200, .get, "//v3/endpoints?service_id=\(id)")
      #expect(own["endpoints"].elements.map { $0["service_id"].text } == [id])
      #expect(own.body.keys == ["endpoints", "links"])
      let row = own["endpoints"].elements[0]["id"].text
      try await keystone.answers(200, .get, "//v3/endpoints/\(row)")
    },
    ContractCase("list_limit leaves v2.0's lists whole", setting: .listLimit) { keystone in
      var members: [Keystone.Member] = []
      for _ in 1...3 {
        members.append(try await keystone.makeMember())
        _ = try await keystone.makeEndpoint(of: try await keystone.makeService())
      }
      for path in ["/users", "/tenants", "/OS-KSADM/roles", "/OS-KSADM/services", "/endpoints"] {
        let list = try await keystone.answers(200, .get, path).body
        let names = list.keys.filter { !$0.hasSuffix("_links") }
        #expect(names.count == 1)
        #expect(names.allSatisfy { list[$0].elements.count >= 3 })
        #expect(list["truncated"] == .null)
      }
      let all = try await keystone.answers(200, .get, "//v3/role_assignments")
      #expect(all["role_assignments"].elements.count >= 3)
      #expect(all.body.keys == ["role_assignments", "links"])
    },
  ]
}
