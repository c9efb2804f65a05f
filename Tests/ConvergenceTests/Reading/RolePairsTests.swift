import IdentityModel
import Testing

@testable import Convergence

struct RolePairsTests {
  private static let users = ["ann", "bob", "cat", "twin", "twin"].enumerated().map { index, name in
    UserRow(id: "u\(index)", user: User(name: QualifiedName(name)), tenantID: nil)
  }
  private static let tenants = ["acme", "home"].enumerated().map { index, name in
    Live(id: "t\(index)", Tenant(name: QualifiedName(name)))
  }

  private func pairs(prunes: Bool = false, _ change: (inout DesiredState) -> Void) -> RolePairs {
    var desired = DesiredState()
    change(&desired)
    return RolePairs(users: Self.users, tenants: Self.tenants, desired: desired, prunes: prunes)
  }

  private func words(_ pairs: [RolePairs.Pair]) -> [String] {
    pairs.map { "\($0.userID) in \($0.tenantID)" }
  }

  @Test("each declared pair is asked about once, where both are live and known by their names")
  func declared() {
    let pairs = pairs {
      $0.assignments = [
        RoleAssignment(user: "bob", tenant: "home", role: "admin"),
        RoleAssignment(user: "ann", tenant: "home", role: "admin"),
        RoleAssignment(user: "ann", tenant: "home", role: "Member"),
        RoleAssignment(user: "ann", tenant: "gone", role: "admin"),
        RoleAssignment(user: "nobody", tenant: "home", role: "admin"),
        RoleAssignment(user: "twin", tenant: "home", role: "admin"),
      ]
      $0.absent.assignments = [RoleAssignment(user: "cat", tenant: "acme", role: "admin")]
    }
    #expect(words(pairs.toAsk) == ["u2 in t0", "u0 in t1", "u1 in t1"])
    #expect(pairs.tenantsToList.isEmpty)
  }

  @Test("to prune, the declared tenants' members are listed first, and only they are asked about")
  func pruned() {
    let pairs = pairs(prunes: true) {
      $0.tenants = [Tenant(name: "home"), Tenant(name: "new")]
      $0.usersWithDeclaredRoles = ["ann"]
      $0.assignments = [
        RoleAssignment(user: "ann", tenant: "acme", role: "admin"),
        RoleAssignment(user: "bob", tenant: "home", role: "admin"),
      ]
    }
    #expect(words(pairs.toAsk) == ["u0 in t0"])
    #expect(pairs.tenantsToList.map(\.id) == ["t1"])
    let members: Set<String> = ["u0", "u1", "u2", "u3", "elsewhere"]
    #expect(words(pairs.toAsk(in: "home", members: members)) == ["u0 in t1", "u1 in t1"])
    #expect(pairs.toAsk(in: "home", members: ["u2"]).isEmpty)
  }

  @Test("of a list of all assignments those are kept in which the seed has a say")
  func selection() {
    let list = [
      ("u0", "t0", "r0"), ("u0", "t1", "r0"), ("u1", "t1", "r0"), ("u2", "t1", "r1"),
      ("u0", "t0", "gone"), ("u0", "elsewhere", "r0"), ("u3", "t1", "r0"), ("nobody", "t1", "r0"),
    ].map { AssignmentIDs(userID: $0.0, tenantID: $0.1, roleID: $0.2) }
    let roles = ["admin", "Member"].enumerated().map { index, name in
      Live(id: "r\(index)", Role(name: QualifiedName(name)))
    }
    func selected(prunes: Bool) -> [String] {
      let pairs = pairs(prunes: prunes) {
        $0.tenants = [Tenant(name: "home")]
        $0.usersWithDeclaredRoles = ["ann", "bob"]
        $0.assignments = [
          RoleAssignment(user: "ann", tenant: "acme", role: "Member"),
          RoleAssignment(user: "twin", tenant: "home", role: "admin"),
        ]
        $0.absent.assignments = [RoleAssignment(user: "cat", tenant: "home", role: "admin")]
      }
      return pairs.select(list, roles: roles).assignments.map(\.description).sorted()
    }
    #expect(selected(prunes: false) == ["ann has admin in acme", "cat has Member in home"])
    #expect(
      selected(prunes: true) == [
        "ann has admin in acme", "ann has admin in home", "bob has admin in home",
        "cat has Member in home",
      ]
    )
  }

  @Test("of a selection it is known how much of what the seed says is in it")
  func said() {
    let said = [("ann", "admin"), ("ann", "Member"), ("bob", "admin"), ("cat", "admin")].map {
      RoleAssignment(user: QualifiedName($0.0), tenant: "home", role: QualifiedName($0.1))
    }
    let pairs = pairs {
      $0.assignments = said
    }
    let roles = ["admin", "Member"].map { Live(id: $0, Role(name: QualifiedName($0))) }
    func selection(_ rows: (String, String)...) -> RolePairs.Selection {
      pairs.select(
        rows.map { AssignmentIDs(userID: $0.0, tenantID: "t1", roleID: $0.1) },
        roles: roles
      )
    }
    let part = selection(("u0", "Member"), ("u0", "Member"), ("u1", "Member"))
    #expect(part.saidCount == 1)
    #expect(part.assignments.map(\.description).sorted().last == "bob has Member in home")
    #expect(part.assignments.count == 2)
    let all = selection(("u0", "admin"), ("u1", "admin"), ("u2", "admin"), ("u0", "Member"))
    #expect(all.saidCount == 4)
    #expect(all.assignments == Set(said))
  }

  @Test("a list of all assignments is worth it for many questions, and not for a few in a crowd")
  func lists() {
    func pairs(of count: Int, among users: Int) -> RolePairs {
      var desired = DesiredState()
      desired.assignments = (0..<count).map {
        RoleAssignment(user: QualifiedName("user \($0)"), tenant: "home", role: "Member")
      }
      let users = (0..<users).map {
        UserRow(id: "id \($0)", user: User(name: QualifiedName("user \($0)")), tenantID: nil)
      }
      return RolePairs(users: users, tenants: Self.tenants, desired: desired, prunes: false)
    }
    #expect(!pairs(of: 50, among: 50).areWorthAList)
    #expect(pairs(of: 51, among: 51).areWorthAList)
    #expect(pairs(of: 51, among: 1000).areWorthAList)
    #expect(!pairs(of: 51, among: 10_000).areWorthAList)
    #expect(!pairs(of: 1000, among: 10).areWorthAList)
  }
}
