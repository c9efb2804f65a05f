import IdentityModel
import Testing

@testable import Convergence

struct LiveListsTests {
  @Test("every kind needs a list, and every list is needed for a kind")
  func needs() {
    for kind in ResourceKind.allCases {
      #expect(LiveLists.kinds.contains { LiveLists.isNeeded($0, for: kind) })
    }
    for list in LiveLists.kinds {
      #expect(ResourceKind.allCases.contains { LiveLists.isNeeded(list, for: $0) })
    }
  }

  @Test("lists that came one by one make up all of it")
  func merge() async throws {
    let backend = InMemoryBackend(InMemoryKeystone(.made()))
    var lists = LiveLists()
    for kind in LiveLists.kinds { lists.merge(try await LiveLists(kind, of: backend)) }
    #expect(lists.live.roles.count == 3)
    #expect(lists.live.tenants.count == 2)
    #expect(lists.users.count == 2)
    #expect(lists.live.services.count == 2)
    #expect(lists.live.endpoints.count == 2)
    #expect(await backend.calls.count == 5)
  }

  @Test(
    "users who all live in a directory make it one that is only read, and one of the database does not"
  )
  func directories() async throws {
    var tables = KeystoneTables.made()
    tables.users["ldap-ann"] = KeystoneTables.UserEntry(user: User(name: "ann"))
    let mixed = InMemoryBackend(InMemoryKeystone(tables))
    #expect(try await LiveLists(.user, of: mixed).live.directories == [])
    tables.users = tables.users.filter { $0.key == "ldap-ann" }
    let directory = InMemoryBackend(InMemoryKeystone(tables))
    var lists = LiveLists()
    lists.merge(try await LiveLists(.user, of: directory))
    #expect(lists.live.directories == [Directory(.user, of: nil)])
  }

  @Test("what no request can name is no reason to give up", arguments: ["", ".", "..", "a/b"])
  func unreachable(id: String) async throws {
    var tables = KeystoneTables.made()
    tables.roles[id] = Role(name: "odd")
    tables.tenants[id] = Tenant(name: "odd")
    tables.users[id] = KeystoneTables.UserEntry(user: User(name: "odd"))
    tables.services[id] = Service(type: "odd", name: "odd")
    tables.endpoints[id] = LiveEndpoint(id: id, serviceID: id, region: "regionOne")
    let backend = InMemoryBackend(InMemoryKeystone(tables))
    var lists = LiveLists()
    for kind in LiveLists.kinds { lists.merge(try await LiveLists(kind, of: backend)) }
    #expect(lists.live.unreachable == [.role("odd"): id, .tenant("odd"): id, .user("odd"): id])
    #expect(lists.live.unreachableRows == [id: id])
    #expect(lists.live.roles.count == 3 && lists.live.tenants.count == 2 && lists.users.count == 2)
    #expect(lists.live.services.count == 3 && lists.live.endpoints.count == 3)
  }
}
