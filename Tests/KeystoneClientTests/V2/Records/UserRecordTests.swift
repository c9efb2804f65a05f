import Testing

@testable import KeystoneClient

@Suite struct UserRecordTests {
  static let rows: [(String, UserRecord)] = [
    // Icehouse sends no options, and may leave out what it was not sent.
    (#"{"id": "1", "name": "n"}"#, UserRecord(id: "1", name: "n")),
    (
      #"{"id": "1", "username": "u", "enabled": false}"#,
      UserRecord(id: "1", name: "u", enabled: false)
    ),
    (#"{"id": "1", "name": "n", "username": "u"}"#, UserRecord(id: "1", name: "n")),
    (#"{"id": "1", "name": "n", "email": null, "tenantId": null}"#, UserRecord(id: "1", name: "n")),
    (#"{"id": "1", "name": "n", "tenantId": "t"}"#, UserRecord(id: "1", name: "n", tenantID: "t")),
    (#"{"id": "1", "name": "n", "email": ""}"#, UserRecord(id: "1", name: "n", email: .string(""))),
    (
      #"{"id": "1", "name": "n", "email": 10}"#,
      UserRecord(id: "1", name: "n", email: .number("10"))
    ),
    (
      #"{"id": "1", "name": "n", "email": ["a"]}"#,
      UserRecord(id: "1", name: "n", email: .array([.string("a")]))
    ),
  ]

  @Test(arguments: rows)
  func reads(_ json: String, as user: UserRecord) throws {
    let value = try JSONParser.parse(Array(json.utf8))
    #expect(try UserRecord(JSONRow(value, at: "user")) == user)
  }

  /// Keystone itself leaks a password that was sent under the wrong key.
  @Test func keepsNoLeakedPassword() throws {
    let json = #"{"id": "1", "name": "n", "OS-KSADM:password": "leak"}"#
    let user = try UserRecord(JSONRow(JSONParser.parse(Array(json.utf8)), at: "user"))
    var dumped = ""
    dump(user, to: &dumped)
    #expect(!dumped.contains("leak"))
  }

  @Test func showsAnyEmailAsAText() {
    #expect(UserRecord(id: "1", name: "n").emailText == nil)
    #expect(UserRecord(id: "1", name: "n", email: .string("a@b")).emailText == "a@b")
    #expect(UserRecord(id: "1", name: "n", email: .number("1.50")).emailText == "1.50")
    #expect(
      UserRecord(id: "1", name: "n", email: .object(["a": .null])).emailText == #"{"a":null}"#
    )
  }
}
