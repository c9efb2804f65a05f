import IdentityModel
import Reconciliation
import Testing

@Suite("What lives in a domain is counted")
struct ResidentsTests {
  private let live = LiveState.make {
    $0.roles = [Live(id: "1", Role(name: "admin"))]
    $0.tenants = ["a", "b"].map { Live(id: $0, Tenant(name: QualifiedName(Name($0), of: "old"))) }
    $0.users = [
      Live(id: "3", User(name: QualifiedName("ann", of: "old"))),
      Live(id: "4", User(name: QualifiedName("ann", of: "corp"))), Live(id: "5", User(name: "ann")),
    ]
  }

  @Test("by kind, and nothing of other domains")
  func counts() {
    #expect(Residents(of: "old", in: live).counts == [.tenant: 2, .user: 1])
    #expect(Residents(of: "new", in: live).counts == [:])
  }
}
