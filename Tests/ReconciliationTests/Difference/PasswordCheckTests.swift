import IdentityModel
import Reconciliation
import TestSupport
import Testing
import Texts

@Suite("A password is set only where a login was refused")
struct PasswordCheckTests {
  static let desired = DesiredState.make {
    $0.users = [User(name: "ann", email: "new")]
    $0.passwords = ["ann": Secret("p")]
  }
  static let live = LiveState.make { $0.users = [Live(id: "1", User(name: "ann", email: "old"))] }

  @Test(
    "A17 only a refused password is set",
    arguments: [
      (nil, [.email]),
      (.accepted, [.email]),
      (.refused, [.email, .password]),
      (.userDisabled, [.email]),
      (.locked, [.email]),
      (.toBeUnlocked, [.email, .password]),
      (.mustBeChanged, [.email]),
      (.readOnly, [.email]),
      (.failed("503"), []),
    ] as [(PasswordCheck?, [Field])]
  )
  func fields(check: PasswordCheck?, expected: [Field]) throws {
    let checks = check.map { ["ann": $0] as [QualifiedName: PasswordCheck] } ?? [:]
    let plan = try Plan.make(Self.desired, Self.live, passwords: checks)
    #expect(plan.changes.flatMap(\.fields).map(\.field) == expected)
  }

  @Test("an accepted password is no change at all")
  func accepted() throws {
    var desired = Self.desired
    desired.users = [User(name: "ann")]
    let plan = try Plan.make(desired, Self.live, passwords: ["ann": .accepted])
    #expect(plan.isEmpty && plan.notes.isEmpty)
  }

  @Test("a disabled user's password is not touched, which is said and is no drift")
  func disabled() throws {
    let plan = try Plan.make(Self.desired, Self.live, passwords: ["ann": .userDisabled])
    #expect(plan.notes == [.passwordOfDisabledUser("ann")])
    #expect(!plan.leavesDrift)
  }

  static let leftAlone: [(PasswordCheck, PlanNote)] = [
    (.locked, .passwordOfLockedUser("ann")),
    (.mustBeChanged, .passwordToBeChanged("ann")),
    (.readOnly, .passwordsOfReadOnlyUsers(["ann"])),
  ]

  @Test(
    "whose password proves nothing, or nothing new, is said and is no drift",
    arguments: leftAlone
  )
  func untouched(check: PasswordCheck, note: PlanNote) throws {
    let plan = try Plan.make(Self.desired, Self.live, passwords: ["ann": check])
    #expect(plan.notes == [note])
    #expect(!plan.leavesDrift && !plan.isIncomplete)
  }

  @Test("logins that were refused are said together, since they count")
  func refusedLogins() throws {
    var desired = Self.desired
    desired.users.append(User(name: "bob"))
    desired.passwords["bob"] = Secret("p")
    var live = Self.live
    live.users.append(Live(id: "2", User(name: "bob")))
    let checks: [QualifiedName: PasswordCheck] = ["bob": .refused, "ann": .refused]
    let plan = try Plan.make(desired, live, passwords: checks)
    #expect(plan.notes == [.refusedLogins(["ann", "bob"])])
  }

  @Test("a check that failed stops that user and no other, and leaves drift")
  func failed() throws {
    var desired = Self.desired
    desired.users.append(User(name: "bob", email: "new"))
    var live = Self.live
    live.users.append(Live(id: "2", User(name: "bob", email: "old")))
    let plan = try Plan.make(desired, live, passwords: ["ann": .failed("503")])
    #expect(plan.lines == ["~ user bob id 2"])
    #expect(plan.notes == [.passwordCheckFailed("ann", reason: "503")])
    #expect(plan.leavesDrift)
  }

  @Test("a password that the seed does not declare is not set, whatever a login says")
  func undeclared() throws {
    let desired = DesiredState.make { $0.users = [User(name: "ann")] }
    #expect(try Plan.make(desired, Self.live, passwords: ["ann": .refused]).isEmpty)
  }

  @Test("a plan holds no password")
  func secrecy() throws {
    var desired = Self.desired
    desired.passwords = ["ann": Secret("correct horse")]
    let plan = try Plan.make(desired, Self.live, passwords: ["ann": .refused])
    var dumped = ""
    dump(plan, to: &dumped)
    #expect(!dumped.contains("horse"))
    #expect(!String(reflecting: plan).contains("horse"))
    #expect(plan.changes.flatMap(\.settings).contains(FieldSetting(.password, .secret)))
  }
}
