import IdentityModel
import Testing

@testable import Convergence

struct CloudReaderTests {
  private func read(_ backend: InMemoryBackend) async throws(BackendFailure) -> LiveState {
    try await CloudReader(backend: backend, parallelism: 3).read()
  }

  @Test(arguments: 0..<20)
  func `everything is read, whatever it is, and nothing is written`(seed: Int) async throws {
    let tables = GeneratedCloud(seed: seed).tables
    let backend = InMemoryBackend(InMemoryKeystone(tables))
    let live = try await read(backend)
    #expect(Set(live.roles.map(\.id)) == Set(tables.roles.keys))
    #expect(Set(live.tenants.map(\.id)) == Set(tables.tenants.keys))
    #expect(Set(live.users.map(\.id)) == Set(tables.users.keys))
    #expect(Set(live.services.map(\.id)) == Set(tables.services.keys))
    #expect(Set(live.endpoints) == Set(tables.endpoints.values))
    #expect(live.assignments == tables.assignments)
    #expect(await backend.writes == [])
    #expect(await backend.mostInFlight <= 3)
  }

  @Test(arguments: [true, false])
  func `a crowd's roles are one list, where there is one`(listsAssignments: Bool) async throws {
    var tables = KeystoneTables()
    tables.add(roles: "admin")
    tables.add(Tenant(name: "a"))
    for number in 0..<60 {
      tables.add(User(name: QualifiedName("user \(number)")))
      tables.add(RoleAssignment(user: QualifiedName("user \(number)"), tenant: "a", role: "admin"))
    }
    let backend = InMemoryBackend(
      InMemoryKeystone(tables),
      listsAssignments: listsAssignments
    )
    #expect(try await read(backend).assignments == tables.assignments)
    let asked = await backend.calls.filter { $0.verb == .ask }
    #expect(asked.count == (listsAssignments ? 0 : 61))
  }

  @Test func `only pairs that have a role are asked about`() async throws {
    var tables = KeystoneTables()
    tables.add(roles: "admin")
    for name in ["a", "b", "c"] as [QualifiedName] {
      tables.add(Tenant(name: name))
      tables.add(User(name: name))
    }
    tables.add(RoleAssignment(user: "a", tenant: "b", role: "admin"))
    let backend = InMemoryBackend(InMemoryKeystone(tables))
    _ = try await read(backend)
    let asked = await backend.calls.filter { $0.verb == .ask }
    #expect(asked.count == 3 + 1)
  }

  @Test func `the default tenant is named, and one that is gone is none`() async throws {
    var tables = KeystoneTables()
    tables.add(Tenant(name: "a"))
    tables.add(User(name: "u", tenant: "a"))
    tables.add(User(name: "v", tenant: "gone"))
    let live = try await read(InMemoryBackend(InMemoryKeystone(tables)))
    let users = live.users.map(\.value).sorted { $0.name < $1.name }
    #expect(users.map(\.tenant) == ["a", nil])
  }

  @Test(arguments: ["list role", "list endpoint", "ask user of tenant-a", "list foreign endpoints"])
  func `one failed read is an error`(call: String) async throws {
    var tables = KeystoneTables()
    tables.add(Tenant(name: "a"))
    let faults = [Fault(.refuse(.keystone(403)), of: call)]
    let backend = InMemoryBackend(InMemoryKeystone(tables), faults: faults)
    await #expect(throws: BackendFailure.self) { _ = try await self.read(backend) }
  }
}
