import Testing

@testable import KeystoneSandbox

@Suite struct V3FilterTests {
  private static let filters: [V3Filter<String>] = [
    V3Filter(name: "name", value: { $0 }),
    V3Filter(name: "on", kind: .flag, value: { $0 == "Nova" ? "false" : "true" }),
    V3Filter(name: "kind", kind: .choice(["a", "b"]), value: { _ in "a" }),
  ]

  private func found(
    _ query: String,
    _ release: SandboxRelease = .current,
    _ names: NameCollation = .exact
  ) throws -> [String] {
    var options = SandboxState.make(release).options
    options.nameCollation = names
    let target = "/v3/things?" + query
    let call = Call(
      app: .public,
      target: target,
      caller: Caller(kind: .adminToken, roleNames: [], tokenID: nil),
      now: Timestamp(seconds: 0),
      arguments: [:],
      parameters: try #require(SandboxRequest.make("GET", target).parameters),
      body: .null
    )
    return try V3Filter.apply(Self.filters, to: ["nova", "Nova", "glance"], call, options)
  }

  @Test(arguments: [
    ("name=nova", ["nova"]), ("name=x", []), ("x=y", ["nova", "Nova", "glance"]),
    ("name__contains=ov", ["nova", "Nova"]), ("name__startswith=N", ["Nova"]),
    ("name__iendswith=VA", ["nova", "Nova"]), ("name__nonsense=x", ["nova", "Nova", "glance"]),
    ("on=false", ["Nova"]), ("on=true&name=nova", ["nova"]), ("name=nova&name=glance", []),
    ("kind=b", []),
  ])
  func queryLeavesWhatItSays(query: String, names: [String]) throws {
    #expect(try found(query) == names)
  }

  @Test func namesAreComparedAsTheDatabaseDoes() throws {
    #expect(try found("name=NOVA%20", .current, .generalCI) == ["nova", "Nova"])
  }

  @Test(arguments: ["name=", "on=x", "kind=c"])
  func newestReleaseRefusesWhatNoValueCanBe(query: String) throws {
    let refusal = #expect(throws: Refusal.self) { try found(query) }
    #expect(refusal?.status == 400)
    #expect(throws: Never.self) { try found(query, .zed) }
  }
}
