import IdentityModel
import Reconciliation
import Testing
import Texts

@testable import Convergence

/// What is asked, in which order and because of what; ``LiveStateReaderTests`` ask it of a backend.
struct ReadingCourseTests {
  private static let role = Live(id: "r", Role(name: "Member"))
  private static let tenant = Live(id: "t", Tenant(name: "home"))

  private static func name(_ number: Int) -> QualifiedName { QualifiedName("user \(number)") }

  private static func assignment(_ number: Int) -> RoleAssignment {
    RoleAssignment(user: name(number), tenant: "home", role: "Member")
  }

  /// A crowd each of whom is to be a member.
  private static func desired(_ count: Int) -> DesiredState {
    var desired = DesiredState()
    for number in 0..<count {
      desired.users.append(User(name: name(number)))
      desired.usersWithDeclaredRoles.insert(name(number))
      desired.assignments.append(assignment(number))
    }
    return desired
  }

  private static func course(
    _ desired: DesiredState,
    prunes: Bool = false,
    listsGrants: Bool = false
  ) -> ReadingCourse {
    ReadingCourse(
      desired,
      .make(prunes: prunes, kinds: [.assignment]),
      listsGrants: listsGrants
    )
  }

  private static func granted(_ numbers: some Sequence<Int>) -> [AssignmentIDs] {
    Array(numbers.map { AssignmentIDs(userID: "id \($0)", tenantID: "t", roleID: "r") })
  }

  /// Answers the lists of names, and gives what is asked because of the last.
  private static func answerNames(_ count: Int, _ course: inout ReadingCourse) -> [String] {
    var (users, tenants, roles) = (LiveLists(), LiveLists(), LiveLists())
    users.users = (0..<count).map {
      UserRow(id: "id \($0)", user: User(name: name($0)), tenantID: nil)
    }
    tenants.live.tenants = [tenant]
    roles.live.roles = [role]
    #expect(course.take(.list(.tenant, tenants)).isEmpty)
    #expect(course.take(.list(.role, roles)).isEmpty)
    return words(course.take(.list(.user, users)))
  }

  private static func words(_ questions: [ReadingCourse.Question]) -> [String] {
    questions.map { question in
      switch question {
      case .list(let kind): "list \(kind.plural)"
      case .grants: "grants"
      case .assignments: "assignments"
      case .implications: "implications"
      case .interfaces: "interfaces"
      case .groupMembers(let group, _): "members of group \(group)"
      case .members(let tenant, _): "members of \(tenant)"
      case .roles(let pair): "roles of \(pair.user) in \(pair.tenant)"
      case .holder(let holder): "holder \(holder)"
      case .login(let row, _): "login \(row.user.name)"
      }
    }
  }

  @Test("what roles imply is asked for at once where the seed says anything of it, else never")
  func implications() {
    var desired = DesiredState()
    desired.rolesWithDeclaredImplications = ["Member"]
    #expect(Self.words(Self.course(desired).beginning).contains("implications") == false)
    var course = ReadingCourse(desired, .make(kinds: [.implication]), listsGrants: true)
    #expect(Self.words(course.beginning) == ["list roles", "implications"])
    let known = ImplicationIDs(roleID: "r", impliedID: "s")
    let unknown = ImplicationIDs(roleID: "r", impliedID: "of a domain that nobody looks into")
    #expect(course.take(.implications([known, unknown])).isEmpty)
    var roles = LiveLists()
    roles.live.roles = [Self.role, Live(id: "s", Role(name: "reader"))]
    #expect(course.take(.list(.role, roles)).isEmpty)
    #expect(course.reading.live.implications == [Implication("Member", implies: "reader")])
    let silent = ReadingCourse(DesiredState(), .make(kinds: [.implication]), listsGrants: true)
    #expect(Self.words(silent.beginning) == ["list roles"])
  }

  @Test("a few pairs are asked about one by one")
  func few() {
    var course = Self.course(Self.desired(2))
    #expect(Self.words(course.beginning) == ["list users", "list tenants", "list roles"])
    #expect(
      Self.answerNames(2, &course) == ["roles of user 0 in home", "roles of user 1 in home"]
    )
    #expect(course.take(.roles([Self.assignment(0)])).isEmpty)
    #expect(course.reading.live.assignments == [Self.assignment(0)])
    #expect(course.reading.grants == nil)
  }

  @Test("a crowd's grants are one list, and what it lacks is looked into pair by pair")
  func crowd() {
    var course = Self.course(Self.desired(100))
    #expect(Self.answerNames(100, &course) == ["grants"])
    let questions = course.take(.grants(Self.granted(1..<99)))
    #expect(
      Self.words(questions) == ["roles of user 0 in home", "roles of user 99 in home"]
    )
    #expect(course.take(.roles([Self.assignment(0)])).isEmpty)
    #expect(course.take(.roles([])).isEmpty)
    let reading = course.reading
    #expect(reading.live.assignments == Set((0..<99).map(Self.assignment)))
    #expect(reading.grants == Set((1..<99).map(Self.assignment)))
  }

  @Test("where all is granted nothing more is asked")
  func granted() {
    var course = Self.course(Self.desired(100))
    _ = Self.answerNames(100, &course)
    #expect(course.take(.grants(Self.granted(0..<120))).isEmpty)
    #expect(course.reading.live.assignments == Set((0..<100).map(Self.assignment)))
  }

  @Test("where much is not granted, what takes effect is one list as well")
  func empty() {
    var course = Self.course(Self.desired(100))
    _ = Self.answerNames(100, &course)
    #expect(Self.words(course.take(.grants([]))) == ["assignments"])
    #expect(course.take(.assignments(Self.granted(0..<10))).isEmpty)
    #expect(course.reading.live.assignments == Set((0..<10).map(Self.assignment)))
  }

  @Test("a role that is not there takes effect for nobody")
  func missingRole() {
    var desired = Self.desired(100)
    desired.assignments += (0..<100).map {
      RoleAssignment(user: Self.name($0), tenant: "home", role: "new")
    }
    var course = Self.course(desired)
    _ = Self.answerNames(100, &course)
    #expect(course.take(.grants(Self.granted(0..<100))).isEmpty)
  }

  @Test("an assignment that is declared absent is looked for where it was not granted")
  func absent() {
    var desired = Self.desired(100)
    desired.assignments.removeLast(2)
    desired.absent.assignments = [Self.assignment(98), Self.assignment(99)]
    var course = Self.course(desired)
    _ = Self.answerNames(100, &course)
    let questions = course.take(.grants(Self.granted(0..<99)))
    #expect(Self.words(questions) == ["roles of user 99 in home"])
  }

  @Test("many declared assignments are worth the list at once, whenever it comes")
  func early() {
    let count = 500
    var course = Self.course(Self.desired(count))
    #expect(Self.words(course.beginning).last == "grants")
    #expect(Self.answerNames(count, &course) == [])
    #expect(course.take(.grants(Self.granted(0..<count))).isEmpty)
    #expect(course.reading.live.assignments.count == count)

    var other = Self.course(Self.desired(count))
    #expect(other.take(.grants(Self.granted(0..<count))).isEmpty)
    #expect(Self.answerNames(count, &other) == [])
    #expect(other.reading.live.assignments.count == count)
  }

  @Test("where nobody lists grants each pair is asked about, whenever that is known")
  func unknown() {
    var course = Self.course(Self.desired(500))
    #expect(course.take(.grants(nil)).isEmpty)
    #expect(Self.answerNames(500, &course).count == 500)

    var late = Self.course(Self.desired(100))
    #expect(Self.answerNames(100, &late) == ["grants"])
    #expect(late.take(.grants(nil)).count == 100)
  }

  @Test("nobody logs in as one of several by the same name")
  func twins() {
    var desired = DesiredState()
    desired.passwords = [Self.name(0): Secret("a"), Self.name(1): Secret("b")]
    var course = ReadingCourse(desired, .make(kinds: [.user]), listsGrants: false)
    var users = LiveLists()
    users.users = [0, 1, 1].enumerated().map { index, number in
      UserRow(id: "id \(index)", user: User(name: Self.name(number)), tenantID: nil)
    }
    #expect(Self.words(course.take(.list(.user, users))) == ["login user 0"])
  }

  @Test("pruning asks where each role comes from that is left over")
  func prunes() {
    var course = Self.course(Self.desired(500), prunes: true)
    #expect(Self.words(course.beginning) == ["list users", "list tenants", "list roles"])
    #expect(Self.answerNames(500, &course) == ["assignments"])
    #expect(course.take(.assignments(nil)).count == 500)
  }

  @Test(
    "where grants are one list it is asked for at once, and no pair after it",
    arguments: [1, 60]
  )
  func grantsAreOneList(count: Int) {
    for prunes in [false, true] {
      var course = Self.course(Self.desired(count), prunes: prunes, listsGrants: true)
      #expect(
        Self.words(course.beginning) == ["list users", "list tenants", "list roles", "grants"]
      )
      #expect(Self.answerNames(count, &course) == [])
      #expect(course.take(.grants(Self.granted(1..<count))).isEmpty)
      #expect(course.reading.grants == Set((1..<count).map(Self.assignment)))
    }
    let silent = Self.course(DesiredState(), prunes: true, listsGrants: true)
    #expect(!Self.words(silent.beginning).contains("grants"), "nobody's roles are declared")
  }
}
