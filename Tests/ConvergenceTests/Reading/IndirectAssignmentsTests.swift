import IdentityModel
import Reconciliation
import Testing

@testable import Convergence

struct IndirectAssignmentsTests {
  private static let byGroup = RoleAssignment(user: "nova", tenant: "service", role: "Member")
  private static let own = RoleAssignment(user: "nova", tenant: "admin", role: "Member")

  /// A cloud in which a group gives nova one role more, and nova has another of its own.
  private static func tables() -> KeystoneTables {
    var tables = KeystoneTables.made()
    tables.add(own)
    tables.add(byGroup)
    tables.indirectGrants = [
      AssignmentIDs(userID: "user-nova", tenantID: "tenant-service", roleID: "role-Member")
    ]
    return tables
  }

  private static var absent: DesiredState {
    var desired = DesiredState.make()
    desired.absent.assignments = [own, byGroup]
    return desired
  }

  @Test("what a group gives is noted, and neither planned nor taken away")
  func noted() async throws {
    let backend = InMemoryBackend(InMemoryKeystone(Self.tables()), listsAssignments: true)
    let converger = Converger(backend: backend, options: .make())
    let plan = try await converger.plan(Self.absent).plan
    #expect(plan.changes.map(\.key) == [.assignment(Self.own)])
    #expect(plan.notes == [.indirect(Self.byGroup)])
    #expect(!plan.leavesDrift)

    let result = try await converger.converge(to: Self.absent)
    #expect(result.word == "converged")
    let writes = await backend.writes.map(\.description)
    #expect(writes == ["revoke assignment nova has Member in admin"])
  }

  @Test("without v3 it is found out by one try, which is not counted, and the run ends")
  func foundOut() async throws {
    let backend = InMemoryBackend(InMemoryKeystone(Self.tables()))
    let converger = Converger(backend: backend, options: .make())
    let result = try await converger.converge(to: Self.absent)
    #expect(result.word == "converged")
    #expect(result.outcomes.filter(\.isCounted).map(\.change.key) == [.assignment(Self.own)])
    #expect(
      Set(await backend.writes.map(\.description)) == [
        "revoke assignment nova has Member in admin",
        "revoke assignment nova has Member in service",
      ]
    )
    #expect(await backend.writes.count == 2)
  }

  @Test("pruning leaves it alone and says so; else it is not counted as unmanaged")
  func pruned() async throws {
    let backend = InMemoryBackend(InMemoryKeystone(Self.tables()), listsAssignments: true)
    let pruning = Converger(backend: backend, options: .make(prunes: true, kinds: [.assignment]))
    let plan = try await pruning.plan(.make()).plan
    #expect(plan.changes.map(\.key) == [.assignment(Self.own)])
    #expect(plan.notes == [.indirect(Self.byGroup)])

    let looking = Converger(backend: backend, options: .make(kinds: [.assignment]))
    let look = try await looking.plan(.make()).plan
    #expect(look.notes.isEmpty)
    #expect(look.unmanagedCount == 0)
  }

  @Test("a declared role that a group gives is there, and is not granted once more")
  func declared() async throws {
    var desired = DesiredState.make()
    desired.assignments.append(Self.byGroup)
    let backend = InMemoryBackend(InMemoryKeystone(Self.tables()), listsAssignments: true)
    let plan = try await Converger(backend: backend, options: .make()).plan(desired).plan
    #expect(plan.isEmpty)
    #expect(plan.notes.isEmpty)
  }

  @Test("what a list of grants has told already is not asked once more")
  func known() async throws {
    let backend = InMemoryBackend(InMemoryKeystone(Self.tables()), listsAssignments: true)
    let live = LiveState()
    let indirect = IndirectAssignments(backend: backend, live: live, grants: [Self.own])
    #expect(await indirect.among([Self.own, Self.byGroup]) == [Self.byGroup])
    #expect(await backend.calls.isEmpty)
  }

  @Test("few users are asked about one by one, and many in one list")
  func questions() async throws {
    var tables = Self.tables()
    var desired = DesiredState.make()
    for number in 0..<20 {
      let name = QualifiedName("user \(number)")
      tables.add(User(name: name))
      tables.add(RoleAssignment(user: name, tenant: "admin", role: "Member"))
      desired.absent.assignments.insert(
        RoleAssignment(user: name, tenant: "admin", role: "Member")
      )
    }
    func asked(
      _ desired: DesiredState,
      of tables: KeystoneTables
    ) async throws -> [String] {
      let backend = InMemoryBackend(InMemoryKeystone(tables), listsAssignments: true)
      _ = try await Converger(backend: backend, options: .make()).plan(desired)
      return await backend.calls.filter { $0.verb == .listGranted }.map(\.description)
    }
    #expect(try await asked(.make(), of: .made()) == [])
    #expect(try await asked(.make(), of: tables) == ["list granted assignment user-nova"])
    #expect(try await asked(Self.absent, of: tables) == ["list granted assignment user-nova"])
    #expect(try await asked(desired, of: tables) == ["list granted assignment"])
  }
}
