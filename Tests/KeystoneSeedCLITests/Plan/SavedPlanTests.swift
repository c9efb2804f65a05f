import ArgumentParser
import Convergence
import Glibc
import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import KeystoneSeedCLI

struct SavedPlanTests {
  private static let address = "http://127.0.0.1:35357/v2.0"

  private let directory: TemporaryDirectory
  private let context: CommandContext
  private let live: LiveState

  init() throws {
    directory = try TemporaryDirectory()
    context = .test(currentDirectory: directory.path)
    var live = LiveState()
    live.roles = [Live(id: "1", Role(name: "admin"))]
    self.live = live
  }

  private func document(creating name: QualifiedName, address: String = address) -> PlanDocument {
    let plan = Plan(changes: [Change(.create, .tenant(name))])
    return PlanDocument(plan, address: address, backend: "v2.0")
  }

  private func saved(_ options: [String] = []) throws -> SavedPlan {
    SavedPlan(
      seeds: ["/etc/seed.yaml"],
      options: try PlanningOptions.parse(options),
      planned: planned(live, ["nova": .accepted]),
      plan: document(creating: "a")
    )
  }

  private func planned(
    _ live: LiveState,
    _ passwords: [QualifiedName: PasswordCheck] = ["nova": .accepted]
  ) -> PlannedState {
    PlannedState(plan: Plan(changes: []), live: live, caller: nil, passwords: passwords)
  }

  @Test func comesBackFromItsFileAsItWas() throws {
    let options = ["--prune", "--max-delete", "2", "--only", "users", "--set", "a=b"]
    let saved = try saved(options)
    try saved.write(to: "plan", in: context)
    #expect(try SavedPlan.read(from: "plan", in: context) == saved)
  }

  @Test func seedOfSeveralPartsIsKeptInOrder() throws {
    let seeds = ["/etc/b", "/etc/a"]
    let saved = SavedPlan(
      seeds: seeds,
      options: try PlanningOptions.parse([]),
      planned: planned(live),
      plan: document(creating: "a")
    )
    try saved.write(to: "plan", in: context)
    #expect(try SavedPlan.read(from: "plan", in: context).seeds == seeds)
  }

  @Test func pipeIsWaitedForAndThatIsSaid() async throws {
    let screen = Screen()
    let context = CommandContext.test(screen: screen, currentDirectory: directory.path)
    let path = "\(directory.path)/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let reading = Background { _ = try SavedPlan.read(from: "pipe", in: context) }
    // A thread of its own: a task may be let wait until nobody waits for the plan any more.
    let writing = Background {
      let writer = Descriptor(open(path, O_WRONLY))
      while screen.error.isEmpty { usleep(20_000) }
      try writer.write(Array("{}".utf8))
      writer.close()
    }
    try await writing.value
    await #expect(throws: SavedPlanError.notAPlan(path: "pipe")) { try await reading.value }
    #expect(screen.error.hasPrefix("waiting for pipe, "))
  }

  @Test func belongsToItsOwnerAloneWhateverTheUmask() throws {
    let old = umask(0)
    defer { umask(old) }
    try saved().write(to: "plan", in: context)
    var status = stat()
    #expect(stat("\(directory.path)/plan", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test(arguments: [mode_t(0o620), 0o602, 0o666])
  func isRefusedWhereSomebodyElseCouldHaveWrittenIt(mode: mode_t) throws {
    try saved().write(to: "plan", in: context)
    #expect(chmod("\(directory.path)/plan", mode) == 0)
    #expect(throws: SavedPlanError.writableByOthers(path: "plan")) {
      try SavedPlan.read(from: "plan", in: context)
    }
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give files away"))
  func isRefusedWhereItBelongsToSomebodyElse() throws {
    try saved().write(to: "plan", in: context)
    #expect(chown("\(directory.path)/plan", 65_534, 65_534) == 0)
    #expect(throws: SavedPlanError.writableByOthers(path: "plan")) {
      try SavedPlan.read(from: "plan", in: context)
    }
  }

  @Test(.enabled(if: geteuid() == 0, "only root can make another's link"))
  func isRefusedWhereSomebodyElsesLinkLeadsToIt() throws {
    let saved = try saved()
    try saved.write(to: "plan", in: context)
    let link = "\(directory.path)/link"
    #expect(symlink("plan", link) == 0)
    #expect(try SavedPlan.read(from: "link", in: context) == saved)
    #expect(lchown(link, 65_534, 65_534) == 0)
    #expect(throws: SavedPlanError.writableByOthers(path: "link")) {
      try SavedPlan.read(from: "link", in: context)
    }
  }

  @Test(arguments: ["", "{}", "no plan", "{\"format\": \"keystone-seed plan 2\"}"])
  func isRefusedWhereItIsNone(text: String) throws {
    let path = try directory.write(text, to: "plan")
    #expect(chmod(path, 0o600) == 0)
    #expect(throws: SavedPlanError.notAPlan(path: "plan")) {
      try SavedPlan.read(from: "plan", in: context)
    }
  }

  @Test func isRefusedInAnotherVersionOfTheFormat() throws {
    let text = try JSONText.of(saved()).replacing(
      "keystone-seed plan 2",
      with: "keystone-seed plan 9"
    )
    let path = try directory.write(text, to: "plan")
    #expect(chmod(path, 0o600) == 0)
    #expect(throws: SavedPlanError.notAPlan(path: "plan")) {
      try SavedPlan.read(from: "plan", in: context)
    }
  }

  @Test func givesBackTheOptionsThatItWasMadeWith() throws {
    let given = try PlanningOptions.parse(["--parallelism", "2"])
    let saved = try saved(["--prune", "--max-delete", "1", "--only", "role,user", "--set", "a=b"])
    let options = try saved.options(given: given)
    #expect(options.prune)
    #expect(options.maxDelete == 1)
    #expect(options.only?.kinds == [.role, .user])
    #expect(options.set == [VariableSetting(argument: "a=b")])
    #expect(options.parallelism == 2)
  }

  @Test(arguments: [
    ["--prune"], ["--max-delete", "1"], ["--only", "users"], ["--set", "a=b"],
    ["--no-verify-passwords"], ["--verify-passwords"],
  ])
  func takesNoOptionThatItHasDecided(arguments: [String]) throws {
    let given = try PlanningOptions.parse(arguments)
    #expect(throws: SavedPlanError.optionsGiven) { try saved().options(given: given) }
  }

  @Test func isAppliedWhereNothingHasChanged() throws {
    try saved().check(planned(live), document(creating: "a"), path: "plan")
  }

  @Test("A34 a plan is not applied to a cloud that has changed since (octodns, terraform)")
  func cloudChanged() throws {
    var changed = live
    changed.roles.append(Live(id: "2", Role(name: "Member")))
    #expect(throws: SavedPlanError.cloudChanged(path: "plan")) {
      try saved().check(planned(changed), document(creating: "a"), path: "plan")
    }
  }

  @Test func isRefusedWhereTheSeedAsksForSomethingElse() throws {
    #expect(throws: SavedPlanError.seedChanged(path: "plan")) {
      try saved().check(planned(live), document(creating: "b"), path: "plan")
    }
  }

  @Test func isRefusedForAnotherCloud() throws {
    let other = "http://192.0.2.1:35357/v2.0"
    #expect(throws: SavedPlanError.otherAddress(planned: Self.address, given: other)) {
      try saved().check(planned(live), document(creating: "a", address: other), path: "plan")
    }
  }

  @Test func whoseLoginSaysSomethingElseIsNamed() throws {
    let locked = [SavedLogin(user: "nova", answer: .locked)]
    #expect(throws: SavedPlanError.seedChanged(path: "plan", logins: locked)) {
      try saved().check(planned(live, ["nova": .locked]), document(creating: "b"), path: "plan")
    }
    var changed = live
    changed.roles = []
    #expect(throws: SavedPlanError.cloudChanged(path: "plan", logins: locked)) {
      try saved().check(planned(changed, ["nova": .locked]), document(creating: "a"), path: "plan")
    }
    // What changes nothing of the plan is no reason to refuse it.
    try saved().check(planned(live, ["nova": .locked]), document(creating: "a"), path: "plan")
  }

  @Test func aLockIsThePlansOwnWhereItsLoginWasRefused() throws {
    let fields = [FieldChange(.password, to: .secret)]
    let users = ["ann", "bob", "eve"] as [QualifiedName]
    let plan = Plan(changes: users.map { Change(.update, .user($0), liveID: "1", fields: fields) })
    let document = PlanDocument(plan, address: Self.address, backend: "v2.0")
    let saved = SavedPlan(
      seeds: ["-"],
      options: try PlanningOptions.parse([]),
      planned: planned(live, ["ann": .refused, "bob": .toBeUnlocked, "nova": .refused]),
      plan: document
    )
    #expect(saved.usersWithRefusedPassword == ["ann"])
    // A version that kept no logins meant all.
    try saved.write(to: "plan", in: context)
    let text = try directory.content(of: "plan").replacing("\"logins\"", with: "\"others\"")
    let path = try directory.write(text, to: "older")
    #expect(chmod(path, 0o600) == 0)
    #expect(try SavedPlan.read(from: "older", in: context).usersWithRefusedPassword == Set(users))
  }
}
