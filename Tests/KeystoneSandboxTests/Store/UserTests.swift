import Testing

@testable import KeystoneSandbox

@Suite struct UserTests {
  private func user(_ extra: JSONObject, tenantID: String? = nil) throws -> User {
    User(
      id: "i",
      name: "n",
      enabled: true,
      password: try PasswordHash(of: "p"),
      defaultTenantID: tenantID,
      extra: extra
    )
  }

  @Test func usernameIsTheNameUnlessAnotherOneWasStored() throws {
    #expect(try user([:]).document["username"] == "n")
    #expect(try user(["username": "other"]).document["username"] == "other")
  }

  @Test func tenantIdIsThereOnlyWhenSetAndThePasswordNever() throws {
    #expect(try user([:]).document.keys == ["id", "name", "enabled", "options", "username"])
    #expect(try user([:], tenantID: "t").document["tenantId"] == "t")
  }

  @Test func updateShowsExtrasTwice() throws {
    let document = try user(["email": nil]).documentAfterUpdate
    #expect(document["email"] == .null)
    #expect(document["extra"] == ["email": nil])
  }
}
