import KeystoneClient
import Testing

@Suite struct V3ClientProjectsTests {
  private static let url = "http://k:5000/v3/projects"

  @Test func areMadeChangedAndDeleted() async throws {
    let created = try HTTPResponse.recorded("project created")
    let transport = ScriptedTransport(created, created, created, created, .noContent)
    let client = V3Client.make(transport: transport)
    let project = try await client.createProject(
      V3NewProject(
        name: "web",
        domainID: "d1",
        parentID: "p0",
        description: "Web",
        enabled: false,
        tags: ["b", "a"],
        options: ["immutable": .bool(true)]
      )
    )
    #expect(
      project
        == V3Project(
          id: V3Fixture.web,
          name: "web",
          domainID: V3Fixture.corp,
          parentID: V3Fixture.corp,
          description: "",
          tags: ["a", "b"],
          options: ["immutable": .bool(true)]
        )
    )
    #expect(project.parentProjectID == nil)
    #expect(try await client.project(id: "p1") == project)
    try await client.updateProject(id: "p1", V3ProjectUpdate(name: "www", enabled: true))
    try await client.updateProject(
      id: "p1",
      V3ProjectUpdate(description: .null, tags: [], options: ["immutable": .null])
    )
    try await client.deleteProject(id: "p1")
    #expect(
      await transport.lines == [
        "POST \(Self.url) "
          + #"{"project":{"description":"Web","domain_id":"d1","enabled":false,"name":"web","#
          + #""options":{"immutable":true},"parent_id":"p0","tags":["b","a"]}}"#,
        "GET \(Self.url)/p1",
        #"PATCH \#(Self.url)/p1 {"project":{"enabled":true,"id":"p1","name":"www"}}"#,
        #"PATCH \#(Self.url)/p1 "#
          + #"{"project":{"description":null,"options":{"immutable":null},"tags":[]}}"#,
        "DELETE \(Self.url)/p1",
      ]
    )
  }

  @Test func areListedOfOneDomain() async throws {
    let list = try HTTPResponse.recorded("projects")
    let transport = ScriptedTransport(list, list)
    let client = V3Client.make(transport: transport)
    #expect(
      try await client.projects(ofDomain: "d1").map(\.name).sorted() == ["one", "two", "web"]
    )
    _ = try await client.projects(ofDomain: "d1", named: "web", below: "p0")
    #expect(
      await transport.lines == [
        "GET \(Self.url)?domain_id=d1&limit=1000",
        "GET \(Self.url)?domain_id=d1&name=web&parent_id=p0&limit=1000",
      ]
    )
  }

  /// Without the ID a name that is taken is a 500 with a page, which no retry mends.
  @Test func aTakenNameIsAConflict() async throws {
    let client = V3Client.make(
      transport: try ScriptedTransport(.recorded("project renamed, taken, with the ID"))
    )
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.updateProject(id: "1", V3ProjectUpdate(name: "two"))
    }
    #expect(error?.isConflict == true)
  }

  @Test func anUpdateThatSetsNothingIsNotSent() async {
    let transport = ScriptedTransport()
    let client = V3Client.make(transport: transport)
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.updateProject(id: "1", V3ProjectUpdate())
    }
    #expect(error?.reason == .nothingToSend)
    #expect(await transport.requests.isEmpty)
  }

  @Test func aProjectMayLieBelowAnother() {
    let project = V3Project(id: "1", name: "a", domainID: "d", parentID: "p")
    #expect(project.parentProjectID == "p")
  }
}
