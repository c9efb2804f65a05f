import Convergence
import IdentityModel
import Reconciliation
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite struct LoginQuestionsTests {
  /// The questions about nova, who has a role in two tenants, after a change to seed or cloud.
  private func questions(
    _ check: PasswordCheck? = .accepted,
    tellsLocksApart: Bool = true,
    _ change: (inout DesiredState, inout LiveState) -> Void = { _, _ in }
  ) -> [String] {
    var desired = DesiredState()
    desired.tenants = [Tenant(name: "a"), Tenant(name: "b")]
    desired.users = [User(name: "nova")]
    desired.passwords = ["nova": Secret("x")]
    desired.assignments = [
      RoleAssignment(user: "nova", tenant: "b", role: "admin"),
      RoleAssignment(user: "nova", tenant: "a", role: "admin"),
      RoleAssignment(user: "nova", tenant: "a", role: "Member"),
    ]
    var live = LiveState()
    live.tenants = ["a", "b"].map { Live(id: "t\($0)", Tenant(name: $0, enabled: true)) }
    live.users = [Live(id: "u", User(name: "nova", enabled: true))]
    change(&desired, &live)
    let planned = PlannedState(
      plan: Plan(changes: []),
      live: live,
      caller: nil,
      passwords: check.map { ["nova": $0] } ?? [:]
    )
    let questions = LoginQuestions(desired, planned, tellsLocksApart: tellsLocksApart)
    return questions.questions.map { question in
      switch question {
      case .settled(let check): VerifyWording.text(of: check.outcome, over: "v2.0")
      case .login(let login):
        "\(login.userID) to \(Self.name(of: login.scope))\(login.isScopeDisabled ? ", disabled" : "")"
      }
    }
  }

  private static func name(of scope: LoginScope) -> String {
    switch scope {
    case .tenant(_, let id): id
    case .domain(_, let id): "domain \(id)"
    case .system: "the system"
    }
  }

  @Test func `domains and the system are asked about, what is inherited is not`() {
    let asked = questions { desired, live in
      let nova = RoleAssignment.Holder.user("nova")
      desired.assignments += [
        RoleAssignment(nova, .system, role: "admin"),
        RoleAssignment(nova, .domain("heat"), role: "admin"),
        RoleAssignment(nova, .domain("off"), role: "admin"),
        RoleAssignment(nova, .domain("gone"), role: "admin"),
        RoleAssignment(nova, .domain("closed"), role: "admin"),
        RoleAssignment(nova, .tenantsBelow("b"), role: "lead"),
        RoleAssignment(nova, .tenantsOfDomain("heat"), role: "lead"),
      ]
      desired.domains = [Domain(name: "closed", enabled: false)]
      live.domains = [
        Live(id: "d1", Domain(name: "heat", enabled: true)),
        Live(id: "d2", Domain(name: "off", enabled: false)),
        Live(id: "d3", Domain(name: "closed", enabled: false)),
      ]
    }
    #expect(
      asked == [
        "u to ta", "u to tb", "u to domain d1", "u to domain d2, disabled", "u to the system",
      ]
    )
  }

  @Test func `each tenant with a role is asked about once`() {
    #expect(questions() == ["u to ta", "u to tb"])
  }

  @Test func `without a role the plan's login is enough`() {
    #expect(questions { desired, _ in desired.assignments = [] } == ["ok"])
  }

  @Test func `without a password, a user or a clear answer nothing can be asked`() {
    #expect(questions { desired, _ in desired.passwords = [:] } == [])
    #expect(questions { _, live in live.users = [] } == [])
    #expect(questions { _, live in live.users.append(Live(id: "v", User(name: "nova"))) } == [])
    #expect(questions(.failed("500")) == [])
  }

  @Test func `in a disabled domain no login is tried`() {
    #expect(
      questions(.domainDisabled(id: "default")) == [
        "the domain of the user is disabled; the seed's password was not checked"
      ]
    )
  }

  @Test func `a user whom the plan was not to check is not logged in as`() {
    #expect(questions(nil) == [])
    #expect(questions(.readOnly) == [])
  }

  static let refusals: [(PasswordCheck, String)] = [
    (.refused, "the seed's password is wrong"),
    (.locked, "the account is locked; the seed's password was not checked"),
    (
      .mustBeChanged,
      "the seed's password is right, and must be changed by the user first "
        + "(change_password_upon_first_use, or it has expired)"
    ),
    (.userDisabled, "the user is disabled"),
  ]

  @Test(arguments: refusals)
  func `a user whom the plan found refused is not tried again`(check: PasswordCheck, text: String) {
    #expect(questions(check) == [text])
  }

  @Test func `a refusal says no more than a lock where the two are told in the same words`() {
    #expect(
      questions(.refused, tellsLocksApart: false) == [
        "the login is refused: the seed's password is wrong, or the account is locked, which has "
          + "the same answer"
      ]
    )
  }

  @Test func `a disabled user is worth no word where the seed wants it`() {
    #expect(
      questions(.userDisabled) { desired, _ in
        desired.users = [User(name: "nova", enabled: false)]
      } == []
    )
  }

  @Test func `so is a disabled tenant, and one that is not there is the plan's`() {
    let tenants = [Live(id: "tb", Tenant(name: "b", enabled: false))]
    #expect(questions { $1.tenants = tenants } == ["u to tb, disabled"])
    #expect(
      questions { desired, live in
        live.tenants = tenants
        desired.tenants = [Tenant(name: "a"), Tenant(name: "b", enabled: false)]
      } == []
    )
  }
}
