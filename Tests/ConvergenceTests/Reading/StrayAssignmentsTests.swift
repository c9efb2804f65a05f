import IdentityModel
import Testing

@testable import Convergence

@Suite("Whoever holds roles and is in no list is asked for")
struct StrayAssignmentsTests {
  private static func row(
    _ holder: AssignmentIDs.Holder,
    _ scope: AssignmentIDs.Scope = .tenant("p")
  )
    -> AssignmentIDs
  {
    AssignmentIDs(holder, scope, roleID: "r")
  }

  private static let list = [
    row(.user("ldap-ann")), row(.user("ldap-gone")), row(.user("ldap-gone"), .system),
    row(.user("elsewhere")), row(.group("ldap-staff")), row(.group("ldap-temps")),
    row(.user("ldap-other"), .tenant("of a domain that was not read")),
  ]

  private static func lists(_ change: (inout LiveLists) -> Void = { _ in }) -> LiveLists {
    var lists = LiveLists()
    lists.live.roles = [Live(id: "r", Role(name: "admin"))]
    lists.live.tenants = [Live(id: "p", Tenant(name: "web"))]
    lists.live.domains = [Live(id: "d", Domain(name: "corp"))]
    lists.live.groups = [Live(id: "ldap-staff", Group(name: QualifiedName("staff", of: "corp")))]
    lists.live.directories = [Directory(.user, of: "corp")]
    let ann = User(name: QualifiedName("ann", of: "corp"))
    lists.users = [UserRow(id: "ldap-ann", user: ann, tenantID: nil, isReadOnly: true)]
    change(&lists)
    return lists
  }

  private static let desired = {
    var desired = DesiredState()
    desired.domains = [Domain(name: "corp")]
    desired.groups = [Group(name: QualifiedName("staff", of: "corp"))]
    return desired
  }()

  private static func strays(
    _ lists: LiveLists = lists(),
    of desired: DesiredState = desired
  ) -> StrayAssignments {
    StrayAssignments(list, among: lists, of: desired) { $0.hasPrefix("ldap-") }
  }

  @Test("those of a directory, each once; of groups where any was read")
  func toAsk() {
    #expect(Self.strays().toAsk == [.user("ldap-gone"), .group("ldap-temps")])
    var desired = Self.desired
    desired.groups = []
    #expect(Self.strays(of: desired).toAsk == [.user("ldap-gone")])
    #expect(Self.strays(Self.lists { $0.live.directories = [] }).toAsk == [])
  }

  @Test("who is not there is gone, and the ID stands for the name")
  func gone() {
    var strays = Self.strays()
    var live = LiveState()
    strays.mark(&live)
    #expect(live == LiveState())
    strays.gone = [.user("ldap-gone")]
    strays.mark(&live)
    #expect(
      live.assignmentsOfGone == [
        RoleAssignment(.user("ldap-gone"), .tenant("web"), role: "admin"),
        RoleAssignment(.user("ldap-gone"), .system, role: "admin"),
      ]
    )
    #expect(live.domainsListingNobody == [])
  }

  @Test("a domain that lists nobody is told")
  func nobody() {
    var strays = Self.strays(
      Self.lists { lists in
        lists.users = []
        lists.live.directories = []
      }
    )
    #expect(strays.toAsk.count == 3)
    strays.gone = [.user("ldap-ann")]
    var live = LiveState()
    strays.mark(&live)
    #expect(live.domainsListingNobody == ["corp"])
    #expect(live.assignmentsOfGone.count == 1)
  }

  @Test("so many are asked for at most")
  func bounded() {
    let list = (0..<300).map { Self.row(.user("ldap-\($0)")) }
    let strays = StrayAssignments(list, among: Self.lists(), of: Self.desired) { _ in true }
    #expect(strays.toAsk.count == 100)
  }
}
