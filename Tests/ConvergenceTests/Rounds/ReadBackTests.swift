import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import Convergence

struct ReadBackTests {
  private static let everything = ReadBack.everything
  private static let catalog = ReadBack.kinds([.service, .endpoint])
  private static let nothing = ReadBack.kinds([])

  struct Case: Sendable {
    let outcome: StepOutcome
    let extent: ReadBack
    /// The same where a default tenant brings no role along.
    var ofUpdating: ReadBack?
  }

  private static func update(_ field: Field, to value: FieldValue) -> Change {
    Change(.update, .user("nova"), liveID: "1", fields: [FieldChange(field, to: value)])
  }

  static let cases: [Case] = [
    Case(outcome: StepOutcome(Change(.create, .user("nova")), .done), extent: nothing),
    Case(
      outcome: StepOutcome(Change(.delete, .tenant("old"), liveID: "1"), .done),
      extent: nothing
    ),
    Case(
      outcome: StepOutcome(
        Change(.create, .assignment(RoleAssignment(user: "a", tenant: "b", role: "c"))),
        .done
      ),
      extent: nothing
    ),
    Case(outcome: StepOutcome(update(.email, to: .text("a@example.com")), .done), extent: nothing),
    Case(outcome: StepOutcome(update(.password, to: .secret), .done), extent: nothing),
    Case(
      outcome: StepOutcome(update(.tenant, to: .text("b")), .done),
      extent: everything,
      ofUpdating: nothing
    ),
    Case(outcome: StepOutcome(update(.enabled, to: .flag(true)), .done), extent: everything),
    Case(outcome: StepOutcome(Change(.create, .service(.nova)), .done), extent: catalog),
    Case(outcome: StepOutcome(Change(.create, .endpoint(.nova)), .done), extent: catalog),
    Case(
      outcome: StepOutcome(Change(.replace, .endpoint(.nova), liveID: "1"), .done),
      extent: catalog
    ),
    Case(
      outcome: StepOutcome(Change(.create, .user("nova")), .done, isAdopted: true),
      extent: everything
    ),
    Case(
      outcome: StepOutcome(Change(.create, .role("a")), .failed(.missingID)),
      extent: everything
    ),
    Case(outcome: StepOutcome(Change(.create, .role("a")), .notTried), extent: everything),
  ]

  @Test(
    "what an answer does not settle is read again, and nothing else",
    arguments: cases,
    KeystoneKind.allCases
  )
  func extent(_ example: Case, kind: KeystoneKind) {
    let expected = kind == .updating ? example.ofUpdating ?? example.extent : example.extent
    let plan = Plan(changes: [example.outcome.change])
    #expect(
      ReadBack(after: [example.outcome], of: plan, capabilities: kind.capabilities) == expected
    )
    let role = StepOutcome(Change(.create, .role("other")), .done)
    #expect(
      ReadBack(after: [role, example.outcome], of: plan, capabilities: kind.capabilities)
        == expected
    )
  }

  @Test(
    "where a difference was known to be left, all is read again",
    arguments: KeystoneKind.allCases
  )
  func drift(kind: KeystoneKind) {
    let change = Change(.create, .role("a"))
    let note = PlanNote.passwordCheckFailed("nova", reason: "no answer")
    let outcomes = [StepOutcome(change, .done)]
    #expect(
      ReadBack(
        after: outcomes,
        of: Plan(changes: [change], notes: [note]),
        capabilities: kind.capabilities
      ) == .everything
    )
  }

  @Test("a run that only adds reads the catalog again, once, and asks nobody's password")
  func requests() async throws {
    let backend = InMemoryBackend(InMemoryKeystone())
    let result = try await Converger(backend: backend, options: .make()).converge(to: .make())
    #expect(result.word == "converged")
    let reads = await backend.calls.filter { !$0.isWrite }.map(\.description)
    #expect(
      reads.sorted() == [
        "list endpoint", "list endpoint", "list role", "list service", "list service",
        "list tenant", "list user",
      ]
    )
  }

  @Test("a run that changes nothing that can be doubled reads nothing again")
  func nothingToRead() async throws {
    var desired = DesiredState.make()
    desired.users[0].email = "other@example.com"
    let backend = InMemoryBackend(InMemoryKeystone(.made()))
    let result = try await Converger(backend: backend, options: .make()).converge(to: desired)
    #expect(result.word == "converged")
    #expect(await backend.calls.last?.description == "update user admin")
  }

  @Test("somebody else's user of the same name is compared, and gets the seed's password")
  func adopted() async throws {
    let faster = Fault(
      .precede { tables in
        tables.add(User(name: "nova", email: "other@example.com"))
      },
      of: "create user nova"
    )
    let backend = InMemoryBackend(InMemoryKeystone(), faults: [faster])
    let converger = Converger(backend: backend, options: .make())
    let result = try await converger.converge(to: .make())
    #expect(result.word == "converged")
    #expect(await backend.writes.map(\.description).contains("update user nova"))
    #expect(try await converger.plan(.make()).plan.isEmpty)
  }

  @Test("the _member_ that a default tenant brings along goes again where the seed wants none")
  func unwantedMember() async throws {
    var desired = DesiredState.make()
    desired.absent.assignments = [
      RoleAssignment(user: "nova", tenant: "service", role: Role.memberName)
    ]
    let backend = InMemoryBackend(InMemoryKeystone())
    let converger = Converger(backend: backend, options: .make())
    #expect(try await converger.converge(to: desired).word == "converged")
    #expect(try await converger.plan(desired).plan.isEmpty)
    let left = await backend.keystone.tables.assignments
    #expect(left.isDisjoint(with: desired.absent.assignments))
  }
}
