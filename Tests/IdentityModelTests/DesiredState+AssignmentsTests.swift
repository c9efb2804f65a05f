import IdentityModel
import Testing

@Suite struct DesiredStateAssignmentsTests {
  private static let ann = RoleAssignment.Holder.user(QualifiedName("ann", of: "corp"))

  @Test func `each word is about its own scope, and its own domain`() {
    var desired = DesiredState()
    #expect(!desired.declaresRoles && !desired.namesDomains)
    let onDomain = RoleAssignment(Self.ann, .domain("corp"), role: "admin")
    let elsewhere = RoleAssignment(Self.ann, .domain("Default"), role: "admin")
    let onSystem = RoleAssignment(Self.ann, .system, role: "admin")
    let inTenant = RoleAssignment(.group("ops"), .tenant("acme"), role: "admin")
    let all = [onDomain, elsewhere, onSystem, inTenant]
    #expect(all.filter(desired.declaresAll).isEmpty)
    desired.holdersWithDomainRoles = [Self.ann]
    #expect(all.filter(desired.declaresAll) == [onDomain])
    #expect(desired.declaresRoles && desired.namesDomains)
    desired.holdersWithSystemRoles = [Self.ann]
    desired.groupsWithDeclaredRoles = ["ops"]
    #expect(all.filter(desired.declaresAll) == [onDomain, onSystem, inTenant])
  }

  @Test func `a role on a domain has somebody look which domains there are`() {
    var desired = DesiredState()
    desired.absent.assignments = [RoleAssignment(.user("ann"), .domain("Default"), role: "admin")]
    #expect(desired.namesDomains)
    desired.absent.assignments = [RoleAssignment(.user("ann"), .system, role: "admin")]
    #expect(!desired.namesDomains)
  }
}
