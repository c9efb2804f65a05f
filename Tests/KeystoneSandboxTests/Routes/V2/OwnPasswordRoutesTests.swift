import Testing

@testable import KeystoneSandbox

@Suite struct OwnPasswordRoutesTests {
  @Test func newTokenFollowsFromTheOldOneButLivesItsOwnLife() throws {
    var state = SandboxState.make(tokenLifetime: 10)
    let user = try state.createUser(["name": "u", "password": "old"])
    let old = try state.issueToken(for: user, in: nil, now: Timestamp(seconds: 0))
    let change: JSONValue = ["user": ["original_password": "old", "password": "new"]]
    let answer = state.send(
      "PATCH",
      "/OS-KSCRUD/users/\(user.id)",
      change,
      token: old.id,
      apps: [.public],
      now: Timestamp(seconds: 5)
    )
    let token = try #require(
      state.tokens[answer.document["access"]?.object?.text("token", "id") ?? ""]
    )
    #expect(token.expires == Timestamp(seconds: 15))
    #expect(token.auditIDs.last == old.auditIDs.last)
    #expect(state.tokens[old.id] == nil)
  }

  @Test func nullIsNoPassword() throws {
    var state = SandboxState.make()
    let user = try state.createUser(["name": "u", "password": "old"])
    let token = try state.issueToken(for: user, in: nil, now: Timestamp(seconds: 0))
    let change: JSONValue = ["user": ["original_password": "old", "password": nil]]
    let answer = state.send(
      "PATCH",
      "/OS-KSCRUD/users/\(user.id)",
      change,
      token: token.id,
      apps: [.public]
    )
    #expect(answer.status == 500)
    #expect(state.users[user.id]?.password?.matches("old") == true)
  }
}
