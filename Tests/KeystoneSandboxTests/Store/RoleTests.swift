import Testing

@testable import KeystoneSandbox

@Suite struct RoleTests {
  @Test func nameIsUniqueInTheWholeCloudOnly() {
    let cloud = Role(id: "i", name: "n", domainID: .null, extra: [:])
    let domain = Role(id: "i", name: "n", domainID: "d", extra: ["x": true])
    #expect(cloud.uniqueName == "n")
    #expect(domain.uniqueName == nil)
    #expect(domain.document == ["x": true, "id": "i", "name": "n", "domain_id": "d"])
  }
}
