import Testing

@testable import KeystoneClient

@Suite struct TokenDocumentTests {
  func document(_ json: String) throws -> TokenDocument {
    try TokenDocument(JSONRow(JSONParser.parse(Array(json.utf8)), at: "access"))
  }

  @Test func readsAnUnscopedToken() throws {
    let document = try document(
      """
      {"token": {"expires": "2026-11-24T01:12:54.000000Z", "audit_ids": ["6HMs5AGkQXONw5GHz3K-IQ"],
      "issued_at": "2026-11-23T01:12:54.000000Z", "id": "120d825079234dcda4f766bd5822b124"},
      "user": {"id": "1e03", "name": "admin", "username": "admin", "roles": [], "roles_links": []},
      "serviceCatalog": [], "metadata": {"roles": [], "is_admin": 0}}
      """
    )
    #expect(
      document
        == TokenDocument(
          token: Secret("120d825079234dcda4f766bd5822b124"),
          validity: TokenValidity(
            issuedAt: "2026-11-23T01:12:54.000000Z",
            expires: "2026-11-24T01:12:54.000000Z"
          ),
          userID: "1e03",
          userName: "admin"
        )
    )
    #expect(!document.isScoped)
  }

  /// Liberty lists roles with their IDs; a tenant and lists may be null or missing.
  @Test func readsTheLeastThatAReleaseSends() throws {
    let document = try document(
      """
      {"token": {"id": "t", "tenant": null}, "serviceCatalog": null,
      "user": {"id": "1", "username": "u", "roles": [{"name": "admin", "id": "87ad"}]}}
      """
    )
    #expect(
      document
        == TokenDocument(token: Secret("t"), userID: "1", userName: "u", roleNames: ["admin"])
    )
  }

  static let shapes = [
    (#"{"user": {"id": "1", "name": "n"}}"#, "access.token is missing"),
    (#"{"token": {"id": ""}, "user": {"id": "1", "name": "n"}}"#, "access.token.id is empty"),
    (#"{"token": {"id": "t"}}"#, "access.user is missing"),
    (
      #"{"token": {"id": "t", "tenant": {"name": "n"}}, "user": {"id": "1", "name": "n"}}"#,
      "access.token.tenant.id is missing"
    ),
    (
      #"{"token": {"id": "t"}, "user": {"id": "1", "name": "n"}, "serviceCatalog": {"a": {}}}"#,
      "access.serviceCatalog is an object, not a list"
    ),
  ]

  @Test(arguments: shapes)
  func refusesAnythingElse(_ json: String, with detail: String) {
    #expect(throws: ShapeFault(detail)) { try document(json) }
  }

  /// Keystones of 2012 write no services as `{}`.
  @Test func takesAnEmptyObjectForNoCatalog() throws {
    let json = #"{"token": {"id": "t"}, "user": {"id": "1", "name": "n"}, "serviceCatalog": {}}"#
    #expect(try document(json).catalog.isEmpty)
  }
}
