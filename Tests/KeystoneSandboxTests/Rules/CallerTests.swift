import Testing

@testable import KeystoneSandbox

@Suite struct CallerTests {
  private static let user = Caller.Kind.user(
    Token(
      id: "t",
      userID: "u",
      tenantID: nil,
      issued: Timestamp(seconds: 0),
      expires: Timestamp(seconds: 1),
      auditIDs: []
    )
  )

  @Test(arguments: [["admin"], ["ADMIN"], ["x", "Admin"]])
  func roleAdminCountsWhateverItsCase(roles: [String]) throws {
    try Caller(kind: Self.user, roleNames: roles, tokenID: "t").requireAdmin()
  }

  @Test func adminTokenNeedsNoRole() throws {
    try Caller(kind: .adminToken, roleNames: [], tokenID: "ADMIN").requireAdmin()
  }

  @Test func nobodyIs401AndTheWrongRole403() {
    let nobody = #expect(throws: Refusal.self) {
      try Caller(kind: .anonymous, roleNames: [], tokenID: nil).requireAdmin()
    }
    #expect(nobody?.status == 401)
    let member = #expect(throws: Refusal.self) {
      try Caller(kind: Self.user, roleNames: ["administrator"], tokenID: "t").requireAdmin()
    }
    #expect(member?.status == 403)
    #expect(member?.message.hasSuffix("action: admin_required.") == true)
  }

  private static func domainToken(_ id: String) -> Caller.Kind {
    var token = Token(
      id: "t",
      userID: "u",
      tenantID: nil,
      issued: Timestamp(seconds: 0),
      expires: Timestamp(seconds: 1),
      auditIDs: []
    )
    token.domainID = id
    return .user(token)
  }

  @Test(arguments: [
    (SandboxRelease.current, "admin", [false, false, true, true]),
    (.current, "manager", [false, false, true, true]),
    (.current, "reader", [false, false, true, false]), (.zed, "admin", [true, true, true, true]),
    (.zed, "manager", [false, false, false, false]),
  ])
  func tokenForADomainOpensWhatTheReleaseLetsIt(
    release: SandboxRelease,
    role: String,
    opens: [Bool]
  ) {
    let caller = Caller(kind: Self.domainToken("d"), roleNames: [role], tokenID: "t")
    let rules: [Caller.Rule] = [.admin, .reader, .domainReader("d"), .domainAdmin("d")]
    for (rule, isOpen) in zip(rules, opens) {
      let result = Result { try caller.require(rule, "x", release) }
      #expect(((try? result.get()) != nil) == isOpen)
    }
    // Another domain: an administrator of any one passes.
    for rule in [Caller.Rule.domainReader("e"), .domainAdmin("e")] {
      let elsewhere = Result { try caller.require(rule, "x", release) }
      #expect(((try? elsewhere.get()) != nil) == (role == "admin"))
    }
    let nowhere = Result { try caller.require(.domainAdmin(nil), "x", release) }
    #expect(((try? nowhere.get()) != nil) == opens[0])
  }

  @Test func ownThingsAreOnesOwnEvenForAnAdministrator() {
    let caller = Caller(kind: Self.user, roleNames: ["admin"], tokenID: "t")
    #expect(throws: Never.self) { try caller.require(.self("u"), "x", .current) }
    #expect(throws: Refusal.notAllowed(action: "identity:x")) {
      try caller.require(.self("v"), "x", .current)
    }
    #expect(throws: Never.self) { try caller.require(.domainReaderOrSelf(nil, "v"), "x", .zed) }
    let nobody = Caller(kind: .anonymous, roleNames: [], tokenID: nil)
    #expect(throws: Refusal.unauthorized()) { try nobody.require(.anybody, "x", .current) }
  }
}
