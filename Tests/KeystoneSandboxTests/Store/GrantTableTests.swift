import Testing

@testable import KeystoneSandbox

@Suite struct GrantTableTests {
  private let member = GrantTable.Membership(userID: "u", tenantID: "t")
  private let other = GrantTable.Membership(userID: "u", tenantID: "t2")

  @Test func roleIsGrantedOnceAndTakenAwayOnce() {
    var grants = GrantTable()
    let inserted = ["r", "r", "r2"].map { grants.insert($0, for: member) }
    #expect(inserted == [true, false, true])
    #expect(grants.roles(of: member) == ["r", "r2"])
    #expect(grants.users(inTenant: "t") == ["u"])
    let removed = ["r", "r", "nope"].map { grants.remove($0, for: member) }
    #expect(removed == [true, false, false])
    #expect(grants.tenants(ofUser: "u") == ["t"])
  }

  @Test func lastRoleTakesTheMembershipAlong() {
    var grants = GrantTable()
    _ = grants.insert("r", for: member)
    _ = grants.remove("r", for: member)
    #expect(grants.tenants(ofUser: "u").isEmpty)
    #expect(grants.users(inTenant: "t").isEmpty)
  }

  @Test func usersAndTenantsTakeTheirGrantsAlong() {
    var grants = GrantTable()
    _ = grants.insert("r", for: member)
    _ = grants.insert("r", for: other)
    grants.removeAll(inTenant: "t2")
    #expect(grants.tenants(ofUser: "u") == ["t"])
    grants.removeAll(ofUser: "u")
    #expect(grants.roles(of: member).isEmpty)
    #expect(grants.users(inTenant: "t").isEmpty)
  }

  @Test func membershipsAreFoundByRole() {
    var grants = GrantTable()
    _ = grants.insert("r", for: member)
    _ = grants.insert("r2", for: other)
    #expect(grants.memberships(withRole: "r") == [member])
  }
}
