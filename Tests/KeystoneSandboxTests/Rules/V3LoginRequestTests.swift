import Testing

@testable import KeystoneSandbox

@Suite struct V3LoginRequestTests {
  private func refusal(
    _ auth: JSONValue,
    _ release: SandboxRelease = .current
  ) throws -> Refusal {
    try #require(throws: Refusal.self) { try V3LoginRequest(["auth": auth], release) }
  }

  private func login(user: JSONValue, scope: JSONValue? = nil) -> JSONValue {
    var auth: JSONObject = [
      "identity": ["methods": ["password"], "password": ["user": user]]
    ]
    auth["scope"] = scope
    return .object(auth)
  }

  @Test func whatIsMissingIsNamed() throws {
    #expect(throws: Refusal.missing("auth", in: "request body")) {
      try V3LoginRequest(["x": true], .current)
    }
    #expect(try refusal([:]).message.hasPrefix("'identity' is a required property"))
    let noMethods = try refusal(["identity": [:]])
    #expect(noMethods.message.contains("'methods' is a required property"))
    let noPassword = try refusal(["identity": ["methods": ["password"]]])
    #expect(noPassword == .missing("password", in: "identity"))
    let noDomain = try refusal(login(user: ["name": "u"]))
    #expect(noDomain == .missing("domain", in: "user"))
    let user: JSONValue = ["id": "u", "password": "p"]
    let noProjectDomain = try refusal(login(user: user, scope: ["project": ["name": "p"]]))
    #expect(noProjectDomain == .missing("domain", in: "project"))
  }

  @Test(arguments: SandboxRelease.allCases)
  func unknownMethodIsToldWhichThereAre(release: SandboxRelease) throws {
    let refusal = try refusal(["identity": ["methods": ["totp"]]], release)
    #expect(refusal.status == 401)
    let known = V3LoginRequest.knownMethods(release)
    #expect(refusal.shape == .identity(["methods": .array(known.map(JSONValue.string))]))
    #expect(known.contains("application_credential") == (release != .pike))
  }

  @Test func scopeIsOneOfItsKinds() throws {
    let user: JSONValue = ["id": "u", "password": "p"]
    let cases: [(JSONValue?, V3LoginRequest.Scope)] = [
      (nil, .unspecified), ("unscoped", .unscoped), (["unscoped": [:]], .unscoped),
      (["system": ["all": true]], .system), (["domain": ["id": "d"]], .domain(.id("d"))),
      (["project": ["id": "p"]], .project(.id("p"))),
      (
        ["project": ["name": "p", "domain": ["name": "D"]]],
        .project(.name("p", domain: .name("D")))
      ),
    ]
    for (sent, scope) in cases {
      let request = try V3LoginRequest(["auth": login(user: user, scope: sent)], .current)
      #expect(request.scope == scope)
    }
    let two: JSONValue = ["project": ["id": "p"], "domain": ["id": "d"]]
    #expect(try refusal(login(user: user, scope: two)).status == 400)
    #expect(try refusal(login(user: user, scope: ["system": ["all": true]]), .pike).status == 400)
  }
}
