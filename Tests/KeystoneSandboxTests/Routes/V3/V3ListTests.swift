import Testing

@testable import KeystoneSandbox

@Suite struct V3ListTests {
  private func list(_ cut: V3List<String>.Cut) -> V3List<String> {
    V3List(name: "things", cut: cut, id: { $0 }, document: { ["id": .string($0)] })
  }

  private struct Page: Equatable {
    var ids: [String]
    var next: String?
    var isCut = false
  }

  private func page(
    _ cut: V3List<String>.Cut,
    _ query: String = "",
    listLimit: Int? = nil,
    _ release: SandboxRelease = .current
  ) throws -> Page {
    var options = SandboxState.make(release).options
    options.listLimit = listLimit
    options.databaseLimit = 4
    let target = "/v3/things" + (query.isEmpty ? "" : "?" + query)
    var call = Call(
      app: .public,
      target: target,
      caller: Caller(kind: .adminToken, roleNames: [], tokenID: nil),
      now: Timestamp(seconds: 0),
      arguments: [:],
      parameters: try #require(SandboxRequest.make("GET", target).parameters),
      body: .null
    )
    call.root = "http://k"
    let answer = try list(cut).answer(["c", "a", "e", "b", "d", "f"], call, options)
    guard case .document(let document) = answer else { return Page(ids: []) }
    #expect(document["links", "self"] == .string("http://k" + target))
    return Page(
      ids: document.elements("things").compactMap { $0["id"]?.string },
      next: document["links", "next"]?.string,
      isCut: document["truncated"] == true
    )
  }

  @Test func databaseLimitLeavesNoTrace() throws {
    for cut in [V3List<String>.Cut.pages, .pagesOfListLimit] {
      #expect(try page(cut) == Page(ids: ["a", "b", "c", "d"]))
    }
    #expect(try page(.firstPageForEver).ids.count == 6)
    #expect(try page(.firstPageOfListLimit).ids.count == 6)
    #expect(try page(.never, "limit=2").ids.count == 6)
  }

  @Test func limitAndMarkerMakePages() throws {
    let first = Page(ids: ["a", "b"], next: "http://k/v3/things?limit=2&marker=b", isCut: true)
    #expect(try page(.pages, "limit=2") == first)
    let next = Page(ids: ["c", "d"], next: "http://k/v3/things?limit=2&marker=d", isCut: true)
    #expect(try page(.pages, "limit=2&marker=b") == next)
    #expect(try page(.pages, "limit=3&marker=d") == Page(ids: ["e", "f"]))
    let most = Page(
      ids: ["a", "b", "c", "d"],
      next: "http://k/v3/things?limit=4&marker=d",
      isCut: true
    )
    #expect(try page(.pages, "limit=1000") == most)
  }

  @Test func fullPageSaysThatThereIsMore() throws {
    let last = try page(.pages, "limit=3&marker=c")
    #expect(
      last == Page(ids: ["d", "e", "f"], next: "http://k/v3/things?limit=3&marker=f", isCut: true)
    )
    #expect(try page(.pages, "limit=3&marker=f") == Page(ids: []))
    #expect(try page(.pagesOfListLimit, "limit=3&marker=c") == Page(ids: ["d", "e", "f"]))
    #expect(try page(.pagesOfListLimit, "limit=3&marker=c&enabled=true").isCut)
  }

  @Test func markerMeansNothingOnSomeLists() throws {
    for cut in [V3List<String>.Cut.firstPageForEver, .firstPageOfListLimit] {
      let first = try page(cut, "limit=2")
      #expect(first.isCut)
      #expect(try page(cut, "limit=2&marker=a").ids == first.ids)
    }
  }

  @Test func listLimitCountsMoreOrLess() throws {
    #expect(try page(.pages, listLimit: 3).next == "http://k/v3/things?marker=c&limit=3")
    #expect(try page(.pages, "limit=4", listLimit: 3).ids.count == 4)
    #expect(try page(.pagesOfListLimit, "limit=4", listLimit: 3).ids.count == 3)
    #expect(try page(.firstPageOfListLimit, "limit=4", listLimit: 3).ids.count == 3)
    #expect(try page(.firstPageOfListLimit, "limit=4&marker=c", listLimit: 3).isCut)
    #expect(try page(.never, listLimit: 3).ids.count == 6)
  }

  @Test(arguments: [SandboxRelease.pike, .zed])
  func earlierReleasesCutWithoutPages(release: SandboxRelease) throws {
    #expect(try page(.pages, "limit=2", release).ids.count == 6)
    #expect(
      try page(.pages, listLimit: 2, release) == Page(ids: ["c", "a"], next: nil, isCut: true)
    )
  }

  @Test func wrongLimitsAndMarkersAreWhatTheyAreThere() throws {
    for limit in ["0", "-1"] {
      let whole = try page(.pages, "limit=\(limit)")
      #expect(whole.ids.count == 4)
      #expect(whole.isCut)
      #expect(whole.next == "http://k/v3/things?limit=\(limit)&marker=d")
      let none = Page(ids: [], next: nil, isCut: true)
      #expect(try page(.firstPageForEver, "limit=\(limit)") == none)
    }
    #expect(throws: Refusal.escaped) { try page(.pages, "limit=x") }
    #expect(throws: Refusal.notFound("Marker z could not be found.")) {
      try page(.pages, "marker=z")
    }
  }
}
