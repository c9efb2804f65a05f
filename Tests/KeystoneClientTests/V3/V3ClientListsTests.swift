import KeystoneClient
import ServerSupport
import Testing

/// A list is whole, or it is an error.
@Suite struct V3ClientListsTests {
  /// A page of users of these IDs.
  private static func page(_ ids: String..., next: String? = nil, rest: String = "") -> HTTPResponse
  {
    let rows = ids.map { #"{"id": "\#($0)", "name": "n\#($0)", "domain_id": "d"}"# }
    let link = next.map { "\"http://other:1/v3/users?\($0)\"" } ?? "null"
    let list = rows.joined(separator: ", ")
    return .json(200, "{\"users\": [\(list)], \"links\": {\"next\": \(link)}\(rest)}")
  }

  private static let truncated = #", "truncated": true"#

  private func users(
    _ responses: HTTPResponse...
  ) async -> (result: Result<[String], KeystoneError>, queries: [String]) {
    let transport = ScriptedTransport(responses.map { .success($0) })
    let client = V3Client.make(transport: transport)
    let result: Result<[String], KeystoneError>
    do throws(KeystoneError) {
      let users = try await client.users(ofDomain: "d")
      result = .success(users.map(\.id))
    } catch {
      result = .failure(error)
    }
    let prefix = "GET http://k:5000/v3/users?domain_id=d"
    let queries = await transport.lines.map { String($0.dropFirst(prefix.count)) }
    return (result, queries)
  }

  @Test func isAskedForByThePage() async throws {
    let (result, queries) = await users(
      Self.page("a", "b", next: "limit=2&marker=b", rest: Self.truncated),
      Self.page("c", "d", next: "marker=d%20%2F&limit=2", rest: Self.truncated),
      Self.page("e")
    )
    #expect(try result.get() == ["a", "b", "c", "d", "e"])
    #expect(queries == ["&limit=1000", "&limit=2&marker=b", "&limit=2&marker=d%20%2F"])
  }

  @Test func endsWithAnEmptyPageAsWell() async throws {
    let (result, _) = await users(
      Self.page("a", next: "limit=1&marker=a", rest: Self.truncated),
      Self.page(next: "limit=1&marker=a", rest: Self.truncated)
    )
    #expect(try result.get() == ["a"])
  }

  /// A directory ignores the marker, and gives all of it without a limit.
  @Test func isAskedForOnceMoreWhereAPageComesAgain() async throws {
    let again = Self.page("a", "b", next: "limit=2&marker=b", rest: Self.truncated)
    let (result, queries) = await users(again, again, Self.page("a", "b", "c"))
    #expect(try result.get() == ["a", "b", "c"])
    #expect(queries == ["&limit=1000", "&limit=2&marker=b", ""])
  }

  @Test func isAnErrorWhereItIsCutOffWithoutAWayToTheRest() async {
    let (result, _) = await users(Self.page("a", rest: Self.truncated))
    #expect(throws: KeystoneError.self) { try result.get() }
    guard case .failure(let error) = result else { return }
    #expect(error.isOfIncompleteList)
    #expect(error.reason == .unreadable(.incompleteList, status: 200))
  }

  @Test func isAnErrorWhereADirectoryIsCutOffAsWell() async {
    let again = Self.page("a", next: "limit=1&marker=a", rest: Self.truncated)
    let (result, _) = await users(again, again, Self.page("a", rest: Self.truncated))
    guard case .failure(let error) = result else {
      Issue.record("a part of a list was taken for all of it")
      return
    }
    #expect(error.isOfIncompleteList)
  }

  @Test(arguments: ["limit=2", "marker=&limit=2", "marker=a", "", "limit=&marker=a"])
  func isAnErrorWhereTheNextPageHasNoName(_ link: String) async {
    let (result, queries) = await users(Self.page("a", next: link))
    #expect(throws: KeystoneError.self) { try result.get() }
    #expect(queries.count == 1)
  }

  @Test func isAnErrorWhereALaterPageFails() async {
    let (result, _) = await users(Self.page("a", next: "limit=1&marker=a"), .html(500))
    guard case .failure(let error) = result else {
      Issue.record("a part of a list was taken for all of it")
      return
    }
    #expect(error.status == 500)
  }

  /// Neither a name nor an address of a link leads anywhere else.
  @Test func isAskedForAtItsOwnServer() async throws {
    let recorded = try HTTPResponse.recorded("users, first page")
    let transport = ScriptedTransport(recorded, Self.page("z"))
    let client = V3Client.make(transport: transport)
    let users = try await client.users(ofDomain: V3Fixture.corp)
    #expect(users.map(\.name) == ["eve", "nz"])
    #expect(
      await transport.lines.last
        == "GET http://k:5000/v3/users?domain_id=\(V3Fixture.corp)&limit=1&marker=\(V3Fixture.eve)"
    )
  }

  /// Roles, services and endpoints ignore a marker: their next page is the first one for ever.
  @Test func isAskedForWithALimitWhereAnotherCutsItOff() async throws {
    let transport = try ScriptedTransport(.recorded("services, cut off"), .recorded("services"))
    let services = try await V3Client.make(transport: transport).services()
    #expect(services.map(\.type).sorted() == ["compute", "identity"])
    #expect(
      await transport.lines == [
        "GET http://k:5000/v3/services", "GET http://k:5000/v3/services?limit=1000",
      ]
    )
  }

  @Test func isAnErrorWhereNoLimitHelps() async throws {
    let transport = try ScriptedTransport(
      .recorded("services, cut off"),
      .recorded("services, cut off")
    )
    let client = V3Client.make(transport: transport)
    let error = await failure { () throws(KeystoneError) in _ = try await client.services() }
    #expect(error?.isOfIncompleteList == true)
    #expect(await transport.requests.count == 2)
  }

  /// These know no limit, and refuse one.
  @Test func isNotAskedForWithALimitThatIsUnknown() async {
    let answer = HTTPResponse.json(200, #"{"regions": [], "truncated": true}"#)
    let transport = ScriptedTransport(answer)
    let client = V3Client.make(transport: transport)
    let error = await failure { () throws(KeystoneError) in _ = try await client.regions() }
    #expect(error?.isOfIncompleteList == true)
    #expect(await transport.requests.count == 1)
  }

  /// uwsgi sends neither a length nor chunks: the end of the connection is the end of the list.
  @Test("a body that ends with its connection is a list where it is a whole document")
  func withoutLength() async throws {
    let whole = #"{"users": [{"id": "1", "name": "a", "domain_id": "d"}], "links": {}}"#
    for (body, isWhole) in [(whole, true), (String(whole.dropLast(30)), false)] {
      try await withServer { connection in
        connection.readRequest()
        connection.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + body)
        connection.end()
      } _: { server, transport in
        let client = V3Client.make(endpoint: server.url(""), transport: transport)
        let error = await failure { () throws(KeystoneError) in
          let users = try await client.users(ofDomain: "d")
          #expect(users.map(\.name) == ["a"])
        }
        #expect(error?.reason == (isWhole ? nil : .unreadable(.truncatedJSON, status: 200)))
        #expect(error?.isRetryable != false)
      }
    }
  }

  /// What escapes Keystone ends so behind uwsgi, and so does a restart.
  @Test("a connection that is closed without a byte leaves a write unknown")
  func closed() async throws {
    try await withServer { connection in
      connection.readRequest()
      connection.end()
    } _: { server, transport in
      let client = V3Client.make(endpoint: server.url(""), transport: transport)
      let error = await failure { () throws(KeystoneError) in
        _ = try await client.updateProject(id: "1", V3ProjectUpdate(name: "taken"))
      }
      #expect(error?.isOutcomeUnknown == true)
      guard case .transport(let reason)? = error?.reason else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(reason.kind == .emptyReply)
    }
  }
}
