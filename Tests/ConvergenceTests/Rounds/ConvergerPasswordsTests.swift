import IdentityModel
import Reconciliation
import TestSupport
import Testing
import Texts

@testable import Convergence

/// How often a run logs in as a user, and what it makes of the answers.
struct ConvergerPasswordsTests {
  private func logins(_ backend: InMemoryBackend, as user: QualifiedName = "nova") async -> Int {
    await backend.calls.count { $0.description == "login user user-\(user)" }
  }

  private func desired(_ password: String) -> DesiredState {
    var desired = DesiredState.make()
    desired.passwords["nova"] = Secret(password)
    return desired
  }

  private static func tables(
    _ change: (inout KeystoneTables) -> Void = { _ in }
  ) -> KeystoneTables {
    var tables = KeystoneTables.made()
    change(&tables)
    return tables
  }

  @Test("a run tries a wrong password once, however often it plans")
  func plansOnce() async throws {
    let backend = InMemoryBackend(InMemoryKeystone(.made()))
    let converger = Converger(backend: backend, options: .make())
    for _ in 1...3 { _ = try await converger.settledPlan(desired("stale")) }
    #expect(await logins(backend) == 1)
    #expect(await logins(backend, as: "admin") == 1)
  }

  @Test("a password that was set is tried once more, and then is right for all rounds to come")
  func setsAndTries() async throws {
    let backend = InMemoryBackend(InMemoryKeystone(.made()))
    let converger = Converger(backend: backend, options: .make())
    var desired = desired("new")
    // What sets off another round.
    desired.users[1].tenant = "admin"
    let result = try await converger.converge(to: desired)
    #expect(result.word == "converged")
    #expect(try await converger.plan(desired).plan.isEmpty)
    #expect(await logins(backend) == 2)
    #expect(await backend.writes.count == 1)
  }

  @Test("a password that the policy refuses costs one login")
  func refusedByPolicy() async throws {
    let policy = Fault(.refuse(.keystone(400)), of: "update user nova", 1...Int.max)
    let backend = InMemoryBackend(InMemoryKeystone(.made()), faults: [policy])
    let result = try await Converger(backend: backend, options: .make())
      .converge(to: desired("bad"))
    #expect(result.word == "failed")
    #expect(await logins(backend) == 1)
    #expect(await backend.writes.map(\.description) == ["update user nova"])
  }

  @Test("a password that was set and is still refused is a failure, and is not set again")
  func stillRefused() async throws {
    let forgets = Fault(
      .follow { $0.users["user-nova"]?.password = Secret("star") },
      of: "update user nova",
      1...Int.max
    )
    let backend = InMemoryBackend(InMemoryKeystone(.made()), faults: [forgets])
    var desired = desired("new")
    desired.users[1].email = "other@example.com"
    let result = try await Converger(backend: backend, options: .make()).converge(to: desired)
    #expect(result.word == "failed")
    #expect(result.outcomes.map(\.line) == ["~ user nova: failed, password still refused"])
    #expect(await logins(backend) == 2)
    #expect(await backend.writes.map(\.description) == ["update user nova"])
  }

  @Test("a lost answer to the change leaves the answer to an earlier login worth nothing")
  func lostAnswer() async throws {
    let lost = Fault(.loseAnswer(.transport(.connectionLost)), of: "update user nova")
    let backend = InMemoryBackend(InMemoryKeystone(.made()), faults: [lost])
    let result = try await Converger(backend: backend, options: .make())
      .converge(to: desired("new"))
    #expect(result.word == "converged")
    #expect(await logins(backend) == 2)
    #expect(await backend.writes.map(\.description) == ["update user nova"])
  }

  @Test("who is disabled by the same change is not tried")
  func disabledMeanwhile() async throws {
    let backend = InMemoryBackend(InMemoryKeystone(.made()))
    var desired = desired("new")
    desired.users[1].enabled = false
    let converger = Converger(backend: backend, options: .make())
    #expect(try await converger.converge(to: desired).word == "converged")
    #expect(await logins(backend) == 1)
  }

  @Test("the password of a locked account is not set, whichever it is", arguments: ["star", "new"])
  func locked(password: String) async throws {
    let tables = Self.tables {
      $0.lockoutAttempts = 3
      $0.users["user-nova"]?.failedLogins = 3
    }
    let backend = InMemoryBackend(InMemoryKeystone(tables))
    let converger = Converger(backend: backend, options: .make())
    let planned = try await converger.plan(desired(password))
    #expect(planned.plan.isEmpty)
    #expect(planned.plan.notes == [.passwordOfLockedUser("nova")])
    #expect(planned.passwords["nova"] == .locked)
    #expect(await backend.writes.isEmpty)
  }

  @Test("the password of a locked account is set where that is wanted, which unlocks it")
  func unlocked() async throws {
    let tables = Self.tables {
      $0.lockoutAttempts = 3
      $0.users["user-nova"]?.failedLogins = 3
    }
    let cases: [(unlocks: Bool, refusedBefore: Set<QualifiedName>, isSet: Bool)] = [
      (true, [], true), (false, ["nova"], true), (false, ["admin"], false), (false, [], false),
    ]
    for (unlocks, refusedBefore, isSet) in cases {
      let backend = InMemoryBackend(InMemoryKeystone(tables))
      var options = ConvergenceOptions.make()
      options.unlocks = unlocks
      options.refusedBefore = refusedBefore
      let result = try await Converger(backend: backend, options: options)
        .converge(to: desired("new"))
      #expect(result.word == "converged")
      let entry = await backend.keystone.tables.users["user-nova"]
      #expect((entry?.password == Secret("new")) == isSet)
      #expect(await backend.writes.map(\.description) == (isSet ? ["update user nova"] : []))
    }
  }

  @Test("who is unlocked is not said to be refused, unless that was so before the lock")
  func unlockedIsSaid() async throws {
    let tables = Self.tables {
      $0.lockoutAttempts = 3
      $0.users["user-nova"]?.failedLogins = 3
    }
    let expected: [(Set<QualifiedName>, PlanNote)] = [
      ([], .unlocksUser("nova")), (["nova"], .refusedLogins(["nova"])),
    ]
    for (refusedBefore, note) in expected {
      var options = ConvergenceOptions.make()
      options.unlocks = true
      options.refusedBefore = refusedBefore
      let backend = InMemoryBackend(InMemoryKeystone(tables))
      let planned = try await Converger(backend: backend, options: options).plan(desired("star"))
      #expect(planned.plan.notes == [note])
    }
  }

  @Test("of first passwords, which nobody tries, it is said that they do not unlock")
  func firstPasswordsDoNotUnlock() async throws {
    var desired = DesiredState.make()
    desired.usersWithFirstPassword = ["nova", "admin", "elsewhere"]
    let tables = Self.tables { $0.users["user-admin"]?.user.enabled = false }
    let backend = InMemoryBackend(InMemoryKeystone(tables))
    var options = ConvergenceOptions.make()
    #expect(try await Converger(backend: backend, options: options).plan(desired).plan.notes == [])
    options.unlocks = true
    let planned = try await Converger(backend: backend, options: options).plan(desired)
    #expect(planned.plan.notes == [.firstPasswordsKept(["nova"])])
    #expect(await logins(backend) == 0)
    options.plan.kinds = [.role]
    #expect(try await Converger(backend: backend, options: options).plan(desired).plan.notes == [])
  }

  @Test("as many runs as a lock-out allows leave a user with the right password unlocked")
  func rightPasswordIsNeverLockedOut() async throws {
    let backend = InMemoryBackend(InMemoryKeystone(Self.tables { $0.lockoutAttempts = 2 }))
    for _ in 1...5 {
      _ = try await Converger(backend: backend, options: .make()).converge(to: .make())
    }
    #expect(await backend.keystone.tables.users["user-nova"]?.failedLogins == 0)
  }

  @Test("where the first password is the user's to change, nothing is set again")
  func firstUse() async throws {
    var tables = KeystoneTables()
    tables.mustChangeFirstPassword = true
    let backend = InMemoryBackend(InMemoryKeystone(tables))
    #expect(
      try await Converger(backend: backend, options: .make()).converge(to: .make()).word
        == "converged"
    )
    await backend.forgetCalls()
    let converger = Converger(backend: backend, options: .make())
    let planned = try await converger.plan(.make())
    #expect(planned.plan.isEmpty)
    #expect(planned.plan.notes == [.passwordToBeChanged("admin"), .passwordToBeChanged("nova")])
    #expect(!planned.plan.leavesDrift)
    #expect(await backend.writes.isEmpty)
  }

  @Test("a first password is given at the creation, and never looked at again")
  func setOnce() async throws {
    var desired = DesiredState.make()
    desired.usersWithFirstPassword = ["nova"]
    let backend = InMemoryBackend(InMemoryKeystone())
    _ = try await Converger(backend: backend, options: .make()).converge(to: desired)
    let created = await backend.keystone.tables.users.first { $1.user.name == "nova" }
    let nova = try #require(created)
    #expect(nova.value.password == Secret("star"))
    await backend.keystone.meddle { $0.users[nova.key]?.password = Secret("my own") }
    await backend.forgetCalls()
    let planned = try await Converger(backend: backend, options: .make()).plan(desired)
    #expect(planned.plan.isEmpty && planned.plan.notes.isEmpty)
    #expect(planned.passwords["nova"] == nil)
    #expect(await backend.calls.count { $0.verb == .login } == 1)
  }

  @Test("the caller's own password is kept where a new one would have to be changed first")
  func ownPassword() async throws {
    let tables = Self.tables {
      $0.mustChangeFirstPassword = true
      $0.users["user-nova"]?.hasFirstPassword = true
    }
    let backend = InMemoryBackend(InMemoryKeystone(tables), as: "admin")
    var desired = DesiredState.make()
    desired.passwords["admin"] = Secret("first")
    desired.users[0].email = "other@example.com"
    let result = try await Converger(backend: backend, options: .make()).converge(to: desired)
    #expect(result.word == "drift left")
    let admin = await backend.keystone.tables.users["user-admin"]
    #expect(admin?.password == Secret("wheel"))
    #expect(admin?.user.email == "other@example.com")
  }

  @Test(
    "the caller's own password is not set once another turns out to need a change",
    arguments: [false, true]
  )
  func ownPasswordAfterAnother(isNew: Bool) async throws {
    let tables = Self.tables {
      $0.mustChangeFirstPassword = true
      if isNew { $0.users["user-nova"] = nil }
    }
    let backend = InMemoryBackend(InMemoryKeystone(tables), as: "admin")
    var desired = desired("new")
    desired.passwords["admin"] = Secret("first")
    let result = try await Converger(backend: backend, options: .make()).converge(to: desired)
    #expect(result.word == "drift left")
    let failed = result.lastOutcomes.filter { !$0.isDone }.map(\.line)
    #expect(failed == ["~ user admin: failed, locks out the caller as nova"])
    let admin = await backend.keystone.tables.users["user-admin"]
    #expect(admin?.password == Secret("wheel"))
    let updates = await backend.writes.map(\.description).filter { $0.contains("user-admin") }
    #expect(updates == [])
  }

  @Test("nothing of it is tried again where no later reading can tell")
  func ownPasswordAfterFirstPassword() async throws {
    let tables = Self.tables {
      $0.mustChangeFirstPassword = true
      $0.users["user-nova"] = nil
    }
    let backend = InMemoryBackend(InMemoryKeystone(tables), as: "admin")
    var desired = desired("new")
    desired.usersWithFirstPassword = ["nova"]
    desired.passwords["admin"] = Secret("first")
    let result = try await Converger(backend: backend, options: .make()).converge(to: desired)
    #expect(result.word == "failed")
    #expect(await backend.keystone.tables.users["user-admin"]?.password == Secret("wheel"))
  }

  @Test("it is set where another that was set opens the door, and nobody's refusal says a thing")
  func ownPasswordWithoutFirstUse() async throws {
    let backend = InMemoryBackend(InMemoryKeystone(.made()), as: "admin")
    var desired = desired("new")
    desired.passwords["admin"] = Secret("first")
    let converger = Converger(backend: backend, options: .make())
    let planned = try await converger.plan(desired)
    #expect(planned.plan.notes == [.ownPasswordSet("admin"), .refusedLogins(["admin", "nova"])])
    #expect(planned.plan.needsAgreement)
    let result = await converger.apply(planned, desired: desired, monitor: ApplyMonitor())
    #expect(result.word == "converged")
    #expect(await backend.keystone.tables.users["user-admin"]?.password == Secret("first"))
    #expect(await backend.writes.last?.description == "update user admin")
  }

  @Test("a later round that would set it for the first time is not agreed to")
  func ownPasswordInALaterRound() {
    let plan = Plan(
      changes: [
        Change(.update, .user("a"), liveID: "1", fields: [FieldChange(.password, to: .secret)])
      ],
      notes: [.ownPasswordSet("a")]
    )
    #expect(!ApplyMonitor().allows(plan, agreed: []))
    #expect(ApplyMonitor().allows(plan, agreed: [], notes: [.ownPasswordSet("a")]))
  }
}
