import IdentityModel
import Testing

@Suite("A seed can do without the users and groups of a domain")
struct DesiredStateDirectoriesTests {
  private static func corp(_ name: Name) -> QualifiedName { QualifiedName(name, of: "corp") }

  private static func assignment(_ holder: RoleAssignment.Holder) -> RoleAssignment {
    RoleAssignment(holder, .tenant("web"), role: "admin")
  }

  private static let own = {
    var state = DesiredState()
    state.tenants = [Tenant(name: corp("web"))]
    state.users = [User(name: "ann")]
    state.groups = [Group(name: corp("ops"))]
    state.memberships = [Membership(user: "ann", group: corp("ops"))]
    state.assignments = [assignment(.user("ann")), assignment(.group(corp("ops")))]
    state.existing = [.group(corp("ops")), .tenant(corp("web"))]
    state.former = [.user("ann"): .user("anna")]
    state.absent.users = ["bob"]
    state.absent.assignments = [assignment(.user("bob"))]
    return state
  }()

  private static let whole = {
    var state = own
    state.users.append(User(name: corp("eve")))
    state.memberships.append(Membership(user: corp("eve"), group: corp("ops")))
    state.assignments.append(assignment(.user(corp("eve"))))
    state.existing.insert(.user(corp("eve")))
    state.former[.user(corp("eve"))] = .user(corp("eva"))
    state.absent.users.insert(corp("joe"))
    state.absent.memberships = [Membership(user: corp("joe"), group: "own")]
    state.absent.assignments.insert(assignment(.user(corp("joe"))))
    return state
  }()

  @Test("neither they nor what they have is in it")
  func leavingOut() {
    #expect(Self.whole.leavingOut([]) == Self.whole)
    #expect(Self.whole.leavingOut([Directory(.user, of: "corp")]) == Self.own)
    let none = Self.whole.leavingOut([
      Directory(.user, of: "corp"), Directory(.group, of: "corp"), Directory(.user, of: nil),
    ])
    #expect(none.users == [] && none.groups == [] && none.memberships == [])
    #expect(none.assignments == [] && none.absent == AbsentResources())
    #expect(none.tenants == Self.own.tenants)
  }

  @Test("it has names for each")
  func names() {
    #expect(Self.whole.names(in: Directory(.user, of: nil)) == ["ann", "anna", "bob"])
    #expect(Self.whole.names(in: Directory(.user, of: "corp")) == ["eve", "eva", "joe"])
    #expect(Self.whole.names(in: Directory(.group, of: "corp")) == ["ops"])
    #expect(Self.whole.names(in: Directory(.group, of: nil)) == [])
  }
}
