import Convergence
import IdentityModel
import KeystoneClient
import Testing

@testable import IdentityBackends

@Suite("A domain's back end may fail by itself, or list no more than so many")
struct V3DirectoryListTests {
  private static let domains = (
    200, #"{"domains": [{"id": "d1", "name": "corp", "enabled": true}]}"#
  )
  private static let domain = (200, #"{"domain": {"id": "d1", "name": "corp", "enabled": true}}"#)
  private static let none = (200, #"{"users": []}"#)
  private static let failure = (
    500, #"{"error": {"code": 500, "title": "Internal Server Error", "message": "It failed."}}"#
  )
  private static let tooMany = (
    500,
    #"{"error": {"code": 500, "title": "Internal Server Error", "message": "#
      + #""Number of User/Group entities returned by LDAP exceeded size limit. Contact your LDAP"}}"#
  )

  private static func users(_ names: String...) -> (Int, String) {
    let rows = names.map {
      #"{"id": "id-\#($0)", "name": "\#($0)", "domain_id": "d1", "enabled": true}"#
    }
    return (200, #"{"users": [\#(rows.joined(separator: ", "))]}"#)
  }

  private static func backend(
    _ answers: (Int, String)...,
    lookingUp names: Set<Name>? = []
  ) async -> (V3Backend, ScriptedTransport) {
    let transport = ScriptedTransport(answers.map { (status: $0.0, body: $0.1) })
    let backend = V3Backend.make(transport)
    await backend.look(into: ["corp": nil])
    if let names { await backend.allowGaps { $0 == Directory(.user, of: "corp") ? names : [] } }
    return (backend, transport)
  }

  private static func corp(_ name: Name) -> QualifiedName { QualifiedName(name, of: "corp") }

  @Test("one that fails while its domain can be read is left out, and told")
  func failing() async throws {
    let (backend, transport) = await Self.backend(
      Self.domains,
      Self.users("own"),
      Self.failure,
      Self.domain,
      Self.failure,
      Self.none,
      Self.users("ann")
    )
    #expect(try await backend.users.list().map(\.user.name) == ["own"])
    let gaps = await backend.gaps()
    #expect(gaps.map(\.directory) == [Directory(.user, of: "corp")])
    #expect(gaps.allSatisfy { $0.reason != .tooMany })
    #expect(
      await transport.lines.suffix(3) == [
        "GET /v3/users?domain_id=d1&limit=1000", "GET /v3/domains/d1",
        "GET /v3/users?domain_id=d1&limit=1000",
      ]
    )
    // The next list tells anew.
    #expect(try await backend.users.list().map(\.user.name) == [Self.corp("ann")])
    #expect(await backend.gaps() == [])
  }

  @Test("what passes, and a database that fails as well, is no gap")
  func passing() async throws {
    let (backend, _) = await Self.backend(
      Self.domains,
      Self.none,
      Self.failure,
      Self.domain,
      Self.users("ann")
    )
    #expect(try await backend.users.list().map(\.user.name) == [Self.corp("ann")])
    #expect(await backend.gaps() == [])
    let (down, _) = await Self.backend(Self.domains, Self.none, Self.failure, Self.failure)
    await #expect(throws: BackendFailure.self) { try await down.users.list() }
    let (own, _) = await Self.backend(Self.domains, Self.failure)
    await #expect(throws: BackendFailure.self) { try await own.users.list() }
  }

  @Test("one that lists no more than so many is asked for the names of the seed")
  func tooManyUsers() async throws {
    let (backend, transport) = await Self.backend(
      Self.domains,
      Self.none,
      Self.tooMany,
      Self.users("Ann", "Two Names"),
      Self.none,
      lookingUp: ["ann", "bob"]
    )
    let users = try await backend.users.list()
    #expect(users.map(\.user.name) == [Self.corp("Ann")])
    #expect(await backend.gaps() == [ListGap(Directory(.user, of: "corp"), .tooMany)])
    #expect(
      await transport.lines.suffix(2) == [
        "GET /v3/users?domain_id=d1&name=ann&limit=1000",
        "GET /v3/users?domain_id=d1&name=bob&limit=1000",
      ]
    )
  }

  @Test("whoever wants a whole list gets it or an error", arguments: [tooMany, failure])
  func whole(answer: (Int, String)) async {
    let (backend, _) = await Self.backend(Self.domains, Self.none, answer, lookingUp: nil)
    await #expect(throws: BackendFailure.self) { try await backend.users.list() }
    #expect(await backend.gaps() == [])
  }
}
