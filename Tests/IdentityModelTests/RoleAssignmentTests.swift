import IdentityModel
import Testing

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
