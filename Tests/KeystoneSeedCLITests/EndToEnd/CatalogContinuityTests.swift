import KeystoneClient
import KeystoneSandbox
import Synchronization
import Testing

@testable import KeystoneSeedCLI

@Suite("The catalog is never without what is replaced")
struct CatalogContinuityTests {
  private static let edits = [
    (":8774/v2/$(tenant_id)s", ":8774/v2.1/$(tenant_id)s"),
    ("description: Compute", "description: Virtual machines"),
  ]

  @Test(
    "A9 whoever looks while it is replaced finds it (openstack-helm deletes first)",
    arguments: edits
  )
  func polled(from: String, to: String) async throws {
    try await withSmallCloud { lab in
      try lab.declare(SmallCloud.seed.replacing(from, with: to))
      // An observer has time to look between any two writes.
      for method in ["POST", "DELETE"] {
        lab.sandbox.faults.add(.after(method, "*", times: nil, .delay(milliseconds: 10)))
      }
      let isApplied = Atomic(false)
      let outsider = lab.outsider
      async let looks = {
        var counts: [Int] = []
        while !isApplied.load(ordering: .relaxed) {
          counts.append(try await outsider.endpoints().count)
        }
        return counts
      }()
      let apply = await lab.run("apply", "--yes")
      isApplied.store(true, ordering: .relaxed)
      let counts = try await looks
      #expect(apply.status == .success)
      #expect(counts.count > 1)
      #expect(counts.allSatisfy { $0 >= 1 })
    }
  }

  @Test("the old row goes only once the new one was read back")
  func order() async throws {
    try await withSmallCloud { lab in
      try lab.declare(SmallCloud.seed.replacing(":8774/v2/", with: ":8774/v2.1/"))
      let apply = await lab.run("apply", "--yes")
      let catalog = apply.requests.map { "\($0.method) \($0.path)" }.filter {
        $0.contains("endpoints")
      }
      let create = try #require(catalog.firstIndex { $0.hasPrefix("POST ") })
      let delete = try #require(catalog.firstIndex { $0.hasPrefix("DELETE ") })
      #expect(create < delete)
      #expect(catalog[create..<delete].contains("GET /v2.0/endpoints"))
    }
  }

  @Test("A8 the other region's row keeps its ID (openstack-charms delete the service)")
  func otherRegion() async throws {
    try await withSmallCloud { lab in
      let regions = SmallCloud.seed.replacing(
        "    endpoints:\n",
        with: "    endpoints:\n      two: {public: \":8774\"}\n"
      )
      try lab.declare(regions)
      _ = await lab.run("apply")
      let before = try await lab.outsider.endpoints().filter { $0.region == "two" }
      try lab.declare(regions.replacing(":8774/v2/", with: ":8774/v2.1/"))
      let apply = await lab.run("apply", "--yes")
      let after = try await lab.outsider.endpoints().filter { $0.region == "two" }
      #expect(apply.status == .success)
      #expect(before.count == 1)
      #expect(after == before)
    }
  }

  @Test("what cannot be read back keeps the old row")
  func notReadBack() async throws {
    try await withSmallCloud { lab in
      let before = try await lab.outsider.endpoints()
      try lab.declare(SmallCloud.seed.replacing(":8774/v2/", with: ":8774/v2.1/"))
      lab.sandbox.faults.add(
        .before(
          "GET",
          "/v2.0/endpoints",
          nth: 2,
          times: nil,
          .status(403, contentType: "text/plain", body: "")
        )
      )
      let apply = await lab.run("apply", "--yes")
      lab.sandbox.faults.removeAll()
      let after = try await lab.outsider.endpoints()
      #expect(apply.status == .failure)
      #expect(apply.writes == ["POST /v2.0/endpoints"])
      #expect(after.filter { before.contains($0) } == before)
      #expect(after.count == 2)

      let next = await lab.run("apply", "--yes")
      let end = try await lab.outsider.endpoints()
      #expect(next.status == .success)
      #expect(end.count == 1)
    }
  }
}
