import IdentityModel
import Reconciliation
import Testing
import Texts

@testable import Convergence

struct LiveReadingTests {
  static let checks: [(PasswordCheck?, Bool)] = [
    (nil, false), (.accepted, false), (.refused, true), (.userDisabled, true), (.locked, false),
    (.toBeUnlocked, false), (.mustBeChanged, false), (.readOnly, false), (.failed("500"), false),
    (.domainDisabled(id: "d"), false),
  ]

  @Test("a refusal, and nothing else, may be the domain's", arguments: checks)
  func refusedUsers(check: PasswordCheck?, isRefused: Bool) {
    var reading = LiveReading()
    reading.live.users = [Live(id: "u", User(name: "nova", enabled: true))]
    if let check { reading.passwords["nova"] = check }
    #expect(reading.refusedUsers.map(\.id) == (isRefused ? ["u"] : []))
  }

  @Test("a user who is listed as disabled is, whatever the domain")
  func disabledUser() {
    var reading = LiveReading()
    reading.live.users = [Live(id: "u", User(name: "nova", enabled: false))]
    reading.passwords["nova"] = .userDisabled
    #expect(reading.refusedUsers.isEmpty)
  }

  private func plan(
    disabled domain: String?,
    password: String
  ) async throws -> (plan: Plan, passwords: [QualifiedName: PasswordCheck]) {
    var tables = KeystoneTables.made()
    tables.disabledDomain = domain
    var desired = DesiredState.make()
    desired.passwords["nova"] = Secret(password)
    desired.users[0].email = "new@example.com"
    let backend = InMemoryBackend(InMemoryKeystone(tables))
    let planned = try await Converger(backend: backend, options: .make()).plan(desired)
    return (planned.plan, planned.passwords)
  }

  @Test("in a disabled domain no password is set, and all else is done")
  func disabledDomain() async throws {
    let (plan, passwords) = try await plan(disabled: "default", password: "other")
    #expect(plan.notes == [.domainDisabled(id: "default", users: ["nova"])])
    #expect(plan.leavesDrift)
    #expect(plan.changes.map(\.key) == [.user("admin")])
    #expect(!plan.changes.contains { $0.sets(.password) })
    #expect(passwords == ["admin": .accepted, "nova": .domainDisabled(id: "default")])
  }

  @Test("in an enabled one, or where nobody says, a refusal is what it says")
  func enabledDomain() async throws {
    let (plan, _) = try await plan(disabled: nil, password: "other")
    #expect(plan.changes.contains { $0.key == .user("nova") && $0.sets(.password) })
    #expect(plan.notes == [.refusedLogins(["nova"])])
  }
}
