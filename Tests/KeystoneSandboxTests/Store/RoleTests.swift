import Testing

@testable import KeystoneSandbox

@Suite struct RoleTests {
  @Test func nameIsUniqueInTheWholeCloudOrInItsDomain() {
    let cloud = Role(id: "i", name: "n", domainID: .null, extra: [:])
    let domain = Role(id: "i", name: "n", domainID: "d", extra: ["x": true])
    #expect(cloud.uniqueName == "n" && cloud.nameSpace == "")
    #expect(domain.uniqueName == "n" && domain.nameSpace == "d")
    #expect(domain.document == ["x": true, "id": "i", "name": "n", "domain_id": "d"])
  }
}
