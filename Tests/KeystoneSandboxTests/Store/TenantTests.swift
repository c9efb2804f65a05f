import Testing

@testable import KeystoneSandbox

@Suite struct TenantTests {
  @Test func updateShowsExtrasTwice() {
    let tenant = Tenant(
      id: "i",
      name: "n",
      description: .null,
      enabled: true,
      parentID: "default",
      extra: ["colour": "red"]
    )
    let document: JSONObject = [
      "colour": "red", "id": "i", "name": "n", "description": nil, "enabled": true,
    ]
    #expect(tenant.document == document)
    var twice = document
    twice["extra"] = ["colour": "red"]
    #expect(tenant.documentAfterUpdate == twice)
  }
}
