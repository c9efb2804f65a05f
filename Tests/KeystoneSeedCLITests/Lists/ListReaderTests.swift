import Convergence
import IdentityBackends
import IdentityModel
import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

@Suite struct ListReaderTests {
  static let tenants = """
    {"tenants":[{"id":"2bb3","name":"service"},{"id":"77","name":"e\u{301}"},
    {"id":"78","name":"\u{E9}"},{"id":"79","name":"twice"},{"id":"80","name":"twice"},
    {"id":"81","name":"2bb3"},{"id":"82","name":"a/b"},{"id":"83"}]}
    """

  let transport = RecordedTransport([
    .init("/tenants/2bb3", #"{"tenant":{"id":"2bb3","name":"service"}}"#),
    .init("/tenants", tenants),
    .init("/users/1e03", #"{"user":{"id":"1e03","name":"admin"}}"#),
    .init("/users", #"{"users":[{"id":"1e03","name":"admin"}]}"#),
  ])

  static let references: [(String, String)] = [
    ("2bb3", "2bb3"), ("service", "2bb3"), ("e\u{301}", "77"), ("\u{E9}", "78"), ("a/b", "82"),
  ]

  @Test(arguments: references)
  func findsATenantByIDAndThenByName(_ reference: String, _ id: String) async throws {
    #expect(try await ListReader.test(transport).tenantID(of: reference) == id)
  }

  @Test(arguments: ["1e03", "admin"])
  func findsAUser(_ reference: String) async throws {
    #expect(try await ListReader.test(transport).userID(of: reference) == "1e03")
  }

  @Test func anIDTakesOneRequest() async throws {
    _ = try await ListReader.test(transport).tenantID(of: "2bb3")
    #expect(transport.requests == ["GET /tenants/2bb3"])
  }

  static let failures: [(String, ListError)] = [
    ("nobody", .none(.tenant, "nobody")),
    ("", .none(.tenant, "")),
    ("..", .none(.tenant, "..")),
    ("Service", .none(.tenant, "Service", similar: "service")),
    ("twice", .several(.tenant, "twice", count: 2)),
  ]

  @Test(arguments: failures)
  func saysWhyThereIsNoTenant(_ reference: String, _ error: ListError) async {
    await #expect(throws: error) { try await ListReader.test(transport).tenantID(of: reference) }
  }

  @Test func refusalIsNoSignThatNobodyIsThere() async {
    let transport = RecordedTransport([
      .init(
        "/users/admin",
        #"{"error":{"code":403,"title":"Forbidden","message":"No."}}"#,
        status: 403
      )
    ])
    await #expect(throws: BackendFailure.self) {
      try await ListReader.test(transport).userID(of: "admin")
    }
    #expect(transport.requests == ["GET /users/admin"])
  }

  @Test func tenantsOfThePublicAPIAreNotTakenForAll() async {
    let message = "(http://127.0.0.1:5000/v2.0/users): The resource could not be found."
    let transport = RecordedTransport([
      .init("/tenants", Self.tenants),
      .init(
        "/users?name=nobody",
        #"{"error":{"code":404,"title":"Not Found","message":"\#(message)"}}"#,
        status: 404
      ),
    ])
    let error = await #expect(throws: BackendFailure.self) {
      try await ListReader.test(transport).tenants(fields: ["id"])
    }
    #expect(error?.keystoneError?.reason == .notTheAdminAPI)
  }
}
