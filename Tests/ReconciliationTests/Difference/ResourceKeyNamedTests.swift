import IdentityModel
import Testing

@testable import Reconciliation

struct ResourceKeyNamedTests {
  @Test("the kinds that are told by a name get another one")
  func named() {
    #expect(ResourceKey.role("a").named("b") == .role("b"))
    #expect(ResourceKey.tenant("a").named("b") == .tenant("b"))
    #expect(ResourceKey.user("a").named("b") == .user("b"))
    let service = ResourceKey.service(.nova)
    #expect(service.named("b") == service)
  }

  @Test("they alone are told by one name")
  func uniqueName() {
    #expect(ResourceKey.role("a").uniqueName == "a")
    #expect(ResourceKey.tenant("a").uniqueName == "a")
    #expect(ResourceKey.user("a").uniqueName == "a")
    #expect(ResourceKey.service(.nova).uniqueName == nil)
  }
}
