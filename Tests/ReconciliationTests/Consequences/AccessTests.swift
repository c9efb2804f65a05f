import IdentityModel
import Testing

@testable import Reconciliation

@Suite struct AccessTests {
  @Test(
    arguments: [
      (RoleAssignment.Scope.tenant("lab"), Access.Grant.Scope.tenant(.name("lab")), false),
      (.domain("corp"), .domain(.name("corp")), false),
      (.system, .system, false),
      (.tenantsBelow("lab"), .tenantsBelow(.name("lab")), true),
      (.tenantsOfDomain("corp"), .tenantsOfDomain(.name("corp")), true),
    ]
  )
  func `a planned assignment is the grant that it makes`(
    scope: RoleAssignment.Scope,
    granted: Access.Grant.Scope,
    isInherited: Bool
  ) {
    let group = Access.Grant(RoleAssignment(.group("ops"), scope, role: "reader"))
    #expect(group == Access.Grant(.group(.name("ops")), granted, role: .name("reader")))
    #expect(group.group == .name("ops"))
    #expect(group.isInherited == isInherited)
    let user = Access.Grant(RoleAssignment(.user("ann"), scope, role: "reader"))
    #expect(user == Access.Grant(.user(.name("ann")), granted, role: .name("reader")))
    #expect(user.group == nil)
  }
}
