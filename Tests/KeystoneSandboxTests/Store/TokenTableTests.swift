import Testing

@testable import KeystoneSandbox

@Suite struct TokenTableTests {
  private func table() -> TokenTable {
    var table = TokenTable()
    for (id, user, tenant) in [("1", "u", nil), ("2", "u", "t"), ("3", "u", "t2"), ("4", "v", "t")]
    {
      table.store(
        Token(
          id: id,
          userID: user,
          tenantID: tenant,
          issued: Timestamp(seconds: 0),
          expires: Timestamp(seconds: 1),
          auditIDs: []
        )
      )
    }
    return table
  }

  private func left(_ table: TokenTable) -> [String] {
    ["1", "2", "3", "4"].filter { table[$0] != nil }
  }

  @Test func tokensGoOneByOne() {
    var table = table()
    table.remove("1")
    table.remove("nope")
    #expect(left(table) == ["2", "3", "4"])
  }

  @Test func tokensGoByUserAndByTenant() {
    var table = table()
    table.removeAll(ofUser: "u", in: "t")
    #expect(left(table) == ["1", "3", "4"])
    table.removeAll(in: "t")
    #expect(left(table) == ["1", "3"])
    table.removeAll(ofUser: "u")
    #expect(left(table) == [])
  }
}
