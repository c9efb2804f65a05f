import KeystoneClient
import Testing

extension V3ContractCase {
  static let regions = [
    V3ContractCase("a region's id is its name, given or made") { keystone in
      let id = uniqueName()
      let region = try await keystone.makeRegion(["id": .string(id), "description": nil])
      #expect(
        region.without("links") == ["id": .string(id), "description": "", "parent_region_id": nil]
      )
      #expect(try await keystone.answers(200, .get, "/regions/\(id)")["region"] == region)
      try await keystone.refuses(409, .post, "/regions", ["region": ["id": .string(id)]])
      let other = uniqueName()
      let put: JSON = ["region": ["description": "Other"]]
      let made = try await keystone.answers(201, .put, "/regions/\(other)", put)["region"]
      #expect(made["id"].text == other)
      try await keystone.refuses(409, .put, "/regions/\(other)", put)
      let unnamed = try await keystone.answers(201, .post, "/regions", ["region": [:]])
      #expect(unnamed["region"]["id"].text.count == 32)
      let long = JSON.string(String(repeating: "r", count: 256))
      try await keystone.refuses(400, .post, "/regions", ["region": ["id": long]])
      for region in [id, other, unnamed["region"]["id"].text] {
        try await keystone.answers(204, .delete, "/regions/\(region)")
        try await keystone.refuses(404, .get, "/regions/\(region)")
        try await keystone.refuses(404, .delete, "/regions/\(region)")
      }
    },
    V3ContractCase("regions have parents, and no circles") { keystone in
      let parent = try await keystone.makeRegion()
      let child = try await keystone.makeRegion(["parent_region_id": parent["id"]])
      let (p, c) = (parent["id"].text, child["id"].text)
      #expect(try await keystone.list("/regions?parent_region_id=\(p)") == [child])
      let lost: JSON = ["region": ["id": .string(uniqueName()), "parent_region_id": "nosuch"]]
      try await keystone.refuses(404, .post, "/regions", lost)
      for id in [p, c] {
        let circle: JSON = ["region": ["parent_region_id": child["id"]]]
        try await keystone.refuses(400, .patch, "/regions/\(id)", circle)
      }
      let change: JSON = ["region": ["description": "x", "parent_region_id": nil]]
      let changed = try await keystone.answers(200, .patch, "/regions/\(c)", change)["region"]
      #expect(changed["description"] == "x")
      #expect(changed["parent_region_id"] == .null)
      try await keystone.refuses(404, .patch, "/regions/nosuch", change)
    },
    V3ContractCase("a region with endpoints in it or below stays, an empty child goes along") {
      keystone in
      let parent = try await keystone.makeRegion()
      let child = try await keystone.makeRegion(["parent_region_id": parent["id"]])
      let service = try await keystone.makeService()
      let row = try await keystone.makeEndpoint(of: service, ["region_id": child["id"]])
      for region in [parent, child] {
        try await keystone.refuses(403, .delete, "/regions/\(region["id"].text)")
      }
      try await keystone.answers(204, .delete, "/endpoints/\(row["id"].text)")
      try await keystone.answers(204, .delete, "/regions/\(parent["id"].text)")
      try await keystone.refuses(404, .get, "/regions/\(child["id"].text)")
    },
    // Pike, on the Python 3 that it is run on today, looks for letters beyond ASCII in vain.
    V3ContractCase("a region of any letters is found by its address", of: .ofToday) { keystone in
      let id = uniqueName() + " Zürich"
      let region = try await keystone.makeRegion(["id": .string(id)])
      let path = "/regions/" + id.replacing(" ", with: "%20").replacing("ü", with: "%C3%BC")
      #expect(try await keystone.answers(200, .get, path)["region"] == region)
      try await keystone.answers(204, .delete, path)
    },
  ]
}
