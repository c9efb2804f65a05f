import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import Convergence

@Suite("Whoever got a password from a run tells what such a password opens")
struct PasswordWitnessesTests {
  private static let password = FieldChange(.password, to: .secret)

  private func change(
    _ action: Action,
    _ user: QualifiedName,
    liveID: String? = nil,
    _ fields: [FieldChange] = [password]
  ) -> Change {
    Change(action, .user(user), liveID: liveID, fields: fields)
  }

  private func witnesses(_ outcomes: [StepOutcome]) -> PasswordWitnesses {
    var ids = LiveIDs(LiveState())
    ids[.user("nova")] = "user-nova"
    return PasswordWitnesses(outcomes, ids: ids, passwords: DesiredState.make().passwords)
  }

  private func backend(mustChange: Bool = true, faults: [Fault] = []) -> InMemoryBackend {
    var tables = KeystoneTables.made()
    tables.mustChangeFirstPassword = mustChange
    for id in ["user-nova", "user-admin"] { tables.users[id]?.hasFirstPassword = true }
    return InMemoryBackend(InMemoryKeystone(tables), faults: faults)
  }

  @Test("made or changed, by the ID that is known by then")
  func asked() async {
    let made = witnesses([StepOutcome(change(.create, "nova"), .done)])
    #expect(await made.whoHasToChange(on: backend(), parallelism: 1) == "nova")
    let both = witnesses([
      StepOutcome(change(.update, "nova", liveID: "user-nova"), .done),
      StepOutcome(change(.update, "admin", liveID: "user-admin"), .done),
    ])
    #expect(await both.whoHasToChange(on: backend(), parallelism: 2) == "admin")
    #expect(await both.whoHasToChange(on: backend(mustChange: false), parallelism: 2) == nil)
  }

  @Test("nobody is asked whose password the run has not set, or who cannot log in")
  func notAsked() {
    let disabled = FieldChange(.enabled, from: .flag(true), to: .flag(false))
    let failure = StepFailure.request(.keystone(400))
    #expect(
      witnesses([
        StepOutcome(change(.update, "nova", liveID: "user-nova"), .failed(failure)),
        StepOutcome(change(.update, "nova", liveID: "user-nova"), .notTried),
        StepOutcome(change(.create, "nova"), .done, isAdopted: true),
        StepOutcome(change(.create, "nova", [Self.password, disabled]), .done),
        StepOutcome(change(.create, "nova", [FieldChange(.email, to: .text("n"))]), .done),
        StepOutcome(change(.create, "glance"), .done),
        StepOutcome(Change(.create, .role("admin")), .done),
      ]).isEmpty
    )
  }

  @Test("an answer that is none tells nothing")
  func unclear() async {
    let fault = Fault(.refuse(.keystone(500)), of: "login user user-nova", 1...Int.max)
    let made = witnesses([StepOutcome(change(.create, "nova"), .done)])
    #expect(await made.whoHasToChange(on: backend(faults: [fault]), parallelism: 1) == nil)
  }
}
