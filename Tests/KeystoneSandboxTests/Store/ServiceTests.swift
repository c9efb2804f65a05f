import Testing

@testable import KeystoneSandbox

@Suite struct ServiceTests {
  @Test func descriptionIsShownOnlyIfItWasSent() {
    let bare = Service(id: "i", name: "", type: "t", enabled: true, extra: [:])
    #expect(bare.document == ["name": "", "id": "i", "type": "t", "enabled": true])
    let described = Service(
      id: "i",
      name: "",
      type: "t",
      enabled: true,
      extra: ["description": nil]
    )
    #expect(described.document["description"] == .null)
  }
}
