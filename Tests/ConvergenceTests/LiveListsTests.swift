import IdentityModel
import Testing

@testable import Convergence

struct LiveListsTests {
  @Test("every kind needs a list, and every list is needed for a kind")
  func needs() {
    for kind in ResourceKind.allCases {
      #expect(LiveLists.Kind.allCases.contains { $0.isNeeded(for: kind) })
    }
    for list in LiveLists.Kind.allCases {
      #expect(ResourceKind.allCases.contains { list.isNeeded(for: $0) })
    }
  }

  @Test("lists that came one by one make up all of it")
  func merge() async throws {
    let backend = InMemoryBackend(InMemoryKeystone(.made()))
    var lists = LiveLists()
    for kind in LiveLists.Kind.allCases { lists.merge(try await LiveLists(kind, of: backend)) }
    #expect(lists.roles.count == 3)
    #expect(lists.tenants.count == 2)
    #expect(lists.users.count == 2)
    #expect(lists.services.count == 2)
    #expect(lists.endpoints.count == 2)
    #expect(await backend.calls.count == 5)
  }
}
