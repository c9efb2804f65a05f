import IdentityModel
import Testing

@testable import Reconciliation

@Suite struct GrantScopesTests {
  private static let places: [NameOrID: Access.Place] = [
    .name("top"): Access.Place(domain: .name("Default")),
    .name("mid"): Access.Place(domain: .name("Default"), parent: .name("top")),
    .name("low"): Access.Place(domain: .name("Default"), parent: .name("mid")),
    .id("1"): Access.Place(domain: .id("corp")),
  ]

  private static func scopes(of scope: Access.Grant.Scope) -> Set<EffectiveRole.Scope> {
    var scopes = GrantScopes(places)
    return Set(scopes.scopes(of: scope))
  }

  @Test func `what is inherited is on all below, and not on itself`() {
    #expect(
      Self.scopes(of: .tenantsBelow(.name("top"))) == [
        .tenant(.name("mid")), .tenant(.name("low")),
      ]
    )
    #expect(Self.scopes(of: .tenantsBelow(.name("low"))) == [])
    #expect(Self.scopes(of: .tenantsOfDomain(.name("Default"))).count == 3)
    #expect(Self.scopes(of: .tenantsOfDomain(.id("corp"))) == [.tenant(.id("1"))])
    #expect(Self.scopes(of: .tenantsOfDomain(.name("none"))) == [])
  }

  @Test func `anything else is on itself, wherever that is`() {
    #expect(Self.scopes(of: .tenant(.id("unread"))) == [.tenant(.id("unread"))])
    #expect(Self.scopes(of: .domain(.name("Default"))) == [.domain(.name("Default"))])
    #expect(Self.scopes(of: .system) == [.system])
  }
}
