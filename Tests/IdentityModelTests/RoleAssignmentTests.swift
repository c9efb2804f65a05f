import Foundation
import IdentityModel
import Testing

@Test("users' come before groups', and those in tenants before those on anything else")
func scopeOrder() {
  let sorted = [
    RoleAssignment(user: "ann", tenant: "acme", role: "admin"),
    RoleAssignment(.user("ann"), .domain("corp"), role: "admin"),
    RoleAssignment(.user("ann"), .system, role: "Member"),
    RoleAssignment(.user("ann"), .system, role: "admin"),
    RoleAssignment(.user("ann"), .tenantsBelow("acme"), role: "admin"),
    RoleAssignment(.user("ann"), .tenantsOfDomain("corp"), role: "admin"),
    RoleAssignment(.group("aa"), .tenant("acme"), role: "admin"),
  ]
  #expect(sorted.reversed().sorted() == sorted)
  #expect(
    sorted.map(\.description) == [
      "ann has admin in acme", "ann has admin on domain corp", "ann has Member on the system",
      "ann has admin on the system", "ann has admin below project acme",
      "ann has admin in every project of domain corp", "group aa has admin in acme",
    ]
  )
  #expect(sorted.map(\.user) == ["ann", "ann", "ann", "ann", "ann", "ann", nil])
  #expect(sorted.map(\.tenant) == ["acme", nil, nil, nil, nil, nil, "acme"])
  #expect(sorted.map(\.parts.count) == [3, 3, 2, 2, 3, 3, 3])
  #expect(sorted.map(\.scope.isInherited) == [false, false, false, false, true, true, false])
}

@Test("assignments sort by user, then by tenant, then by role")
func assignmentOrder() {
  let sorted = [
    RoleAssignment(user: "ann", tenant: "acme", role: "Member"),
    RoleAssignment(user: "ann", tenant: "acme", role: "admin"),
    RoleAssignment(user: "ann", tenant: "service", role: "Member"),
    RoleAssignment(user: "bob", tenant: "acme", role: "Member"),
  ]
  #expect(sorted.reversed().sorted() == sorted)
}

@Test("assignments with the same parts are one, and with any other part another")
func assignmentEquality() {
  let all = [
    RoleAssignment(user: "ann", tenant: "acme", role: "admin"),
    RoleAssignment(user: "bob", tenant: "acme", role: "admin"),
    RoleAssignment(user: "ann", tenant: "home", role: "admin"),
    RoleAssignment(user: "ann", tenant: "acme", role: "Member"),
    RoleAssignment(.group("ann"), .tenant("acme"), role: "admin"),
    RoleAssignment(.user("ann"), .tenantsBelow("acme"), role: "admin"),
    RoleAssignment(.user("ann"), .domain("acme"), role: "admin"),
  ]
  let again = all.map { RoleAssignment($0.holder, $0.scope, role: $0.role) }
  #expect(again == all)
  #expect(Set(all + again).count == all.count)
  #expect(all[0] == all[0])
}

@Test("an assignment is read back from JSON, part by part")
func assignmentCoding() throws {
  let assignment = RoleAssignment(.group("ops"), .tenantsOfDomain("corp"), role: "admin")
  let json = try JSONEncoder().encode(assignment)
  #expect(try JSONDecoder().decode(RoleAssignment.self, from: json) == assignment)
  let object = try JSONSerialization.jsonObject(with: json) as? [String: Any]
  #expect(object?.keys.sorted() == ["holder", "role", "scope"])
}
