import Testing

@testable import KeystoneSandbox

@Suite struct TenantRoutesTests {
  @Test func nullForATenantIs500AtCreationAnd400AtAnUpdate() {
    var state = SandboxState.make()
    #expect(state.send("POST", "/tenants", ["tenant": nil], token: nil).status == 500)
    #expect(state.send("POST", "/tenants/x", ["tenant": nil], token: nil).status == 400)
    #expect(state.send("POST", "/tenants", ["tenant": ["name": "x", "id": nil]]).status == 500)
  }

  @Test(arguments: [("2", 2), ("0", 0), (" 1 ", 1), ("+1", 1), ("9", 3)])
  func limitIsReadAsPythonReadsIt(limit: String, count: Int) throws {
    var state = SandboxState.make()
    for name in ["a", "b", "c"] { _ = try state.createTenant(["name": .string(name)]) }
    let query = limit.replacing(" ", with: "%20").replacing("+", with: "%2B")
    let page = state.send("GET", "/tenants?limit=\(query)").document
    #expect(page.elements("tenants").count == count)
  }

  @Test func pageBeginsAfterTheMarker() throws {
    var state = SandboxState.make()
    let first = try state.createTenant(["name": "a"])
    let last = try state.createTenant(["name": "b"])
    let rest = state.send("GET", "/tenants?marker=\(first.id)").document.elements("tenants")
    #expect(rest == [.object(last.document)])
    #expect(
      state.send("GET", "/tenants?marker=\(last.id)").document.elements("tenants").isEmpty
    )
  }

  @Test func emptyIdListsAll() throws {
    var state = SandboxState.make()
    _ = try state.createTenant(["name": "a"])
    #expect(state.send("GET", "/tenants/").document.elements("tenants").count == 1)
  }
}
