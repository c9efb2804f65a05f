import KeystoneClient
import Testing

@Suite struct KeystoneClientAllAssignmentsTests {
  /// What Keystone 12 sends, and rows of v3's other kinds of assignment.
  private static let listed = """
    {"role_assignments": [
      {"links": {"assignment": "http://h/v3/projects/a3cb/users/afab/roles/a1e1"},
       "scope": {"project": {"id": "a3cb"}}, "user": {"id": "afab"}, "role": {"id": "a1e1"}},
      {"links": {}, "scope": {"domain": {"id": "default"}}, "user": {"id": "afab"},
       "role": {"id": "a1e1"}},
      {"links": {}, "scope": {"project": {"id": "a3cb"}}, "group": {"id": "9c41"},
       "role": {"id": "a1e1"}},
      {"links": {}, "scope": {"project": {"id": "a3cb"}, "OS-INHERIT:inherited_to": "projects"},
       "user": {"id": "afab"}, "role": {"id": "b2"}}],
     "links": {"next": null, "self": "http://h/v3/role_assignments?effective=1", "previous": null}}
    """

  @Test func areThoseOfAUserOnATenant() async throws {
    let transport = ScriptedTransport(.json(200, Self.listed))
    let client = KeystoneClient.make(endpoint: "http://h/id/v2.0/", transport: transport)
    let records = ["a1e1", "b2"].map {
      AssignmentRecord(userID: "afab", tenantID: "a3cb", roleID: $0)
    }
    #expect(try await client.allAssignments() == records)
    #expect(await transport.lines == ["GET http://h/id/v3/role_assignments?effective=1"])
    #expect(await transport.tokens == ["ADMIN"])
  }

  @Test(arguments: [nil, "af b"])
  func areAskedForWithoutWhatGroupsGive(user: String?) async throws {
    let inherited = """
      {"role_assignments": [{"scope": {"project": {"id": "a3cb"}, \
      "OS-INHERIT:inherited_to": "projects"}, "user": {"id": "afab"}, "role": {"id": "a1e1"}}, \
      {"scope": {"project": {"id": "a3cb"}}, "user": {"id": "afab"}, "role": {"id": "b2"}}]}
      """
    let transport = ScriptedTransport(.json(200, inherited))
    let client = KeystoneClient.make(endpoint: "http://h/id/v2.0/", transport: transport)
    let record = AssignmentRecord(userID: "afab", tenantID: "a3cb", roleID: "b2")
    #expect(try await client.directAssignments(ofUser: user) == [record])
    let query = user == nil ? "" : "?user.id=af%20b"
    #expect(await transport.lines == ["GET http://h/id/v3/role_assignments\(query)"])
  }

  static let unknown: [HTTPResponse] = [
    .unknownRoute, .html(404), .refusal(403, "Forbidden", "no"), .json(200, "{}"),
    .json(200, #"{"role_assignments": [], "truncated": true}"#),
    .json(200, #"{"role_assignments": [{"user": {"id": "a"}, "role": {"id": "b"}}]}"#),
    .json(200, #"{"role_assignments": [{"user": {}, "scope": {"project": {"id": "a"}}}]}"#),
  ]

  @Test(arguments: unknown)
  func areNotNoneWhereTheyCannotBeRead(_ response: HTTPResponse) async {
    let client = KeystoneClient.make(transport: ScriptedTransport(response))
    let error = await failure { () throws(KeystoneError) in _ = try await client.allAssignments() }
    #expect(error != nil)
  }
}
