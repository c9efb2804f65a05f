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
}
