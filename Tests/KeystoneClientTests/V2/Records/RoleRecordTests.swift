import Testing

@testable import KeystoneClient

@Suite struct RoleRecordTests {
  private static let rows: [(String, String?)] = [
    (#"{"id": "1", "name": "ops"}"#, nil),
    (#"{"id": "1", "name": "ops", "domain_id": null}"#, nil),
    (#"{"id": "1", "name": "ops", "domain_id": "d"}"#, "d"),
  ]

  @Test(arguments: rows)
  func tellsARoleOfADomain(_ json: String, domain: String?) throws {
    let role = try RoleRecord(JSONRow(JSONParser.parse(Array(json.utf8)), at: "role"))
    #expect(role == RoleRecord(id: "1", name: "ops", domainID: domain))
    #expect(role.isGlobal == (domain == nil))
  }
}
