import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import Convergence

@Suite("What roles imply is made and taken away")
struct ConvergerImplicationsTests {
  private static let desired: DesiredState = {
    var desired = DesiredState.make()
    desired.roles += [Role(name: "lead"), Role(name: "reader")]
    desired.implications = [
      Implication("lead", implies: "Member"), Implication("Member", implies: "reader"),
    ]
    desired.rolesWithDeclaredImplications = ["lead", "Member"]
    return desired
  }()

  /// The seed's roles, of which one implies another too much.
  private static let tables: KeystoneTables = {
    var tables = KeystoneTables.made()
    tables.add(roles: "lead", "reader")
    tables.implications = [
      ImplicationIDs(roleID: "role-lead", impliedID: "role-Member"),
      ImplicationIDs(roleID: "role-Member", impliedID: "role-reader"),
      ImplicationIDs(roleID: "role-lead", impliedID: "role-reader"),
    ]
    return tables
  }()

  private static func backend(_ tables: KeystoneTables?, _ faults: Fault...) -> InMemoryBackend {
    let keystone =
      tables.map { InMemoryKeystone($0, kind: .updating) } ?? InMemoryKeystone(kind: .updating)
    return InMemoryBackend(keystone, faults: faults)
  }

  private func converge(
    _ backend: InMemoryBackend,
    to desired: DesiredState = desired,
    prunes: Bool = false
  ) async throws -> ApplyResult {
    let retrier = Retrier(policy: RetryPolicy(), clock: ManualClock())
    let options = ConvergenceOptions.make(parallelism: 1, prunes: prunes)
    return try await Converger(backend: backend, options: options, retrier: retrier)
      .converge(to: desired)
  }

  @Test("each is made once, after both roles, and then nothing is left to do")
  func makes() async throws {
    let backend = Self.backend(nil)
    let result = try await converge(backend)
    #expect(result.word == "converged")
    #expect(await backend.keystone.tables.implications.count == 2)
    await backend.forgetCalls()
    #expect(try await converge(backend).outcomes.isEmpty)
    #expect(await backend.writes.isEmpty)
  }

  @Test("one that somebody else has made meanwhile is taken for made")
  func conflict() async throws {
    var tables = Self.tables
    tables.implications = []
    let backend = Self.backend(
      tables,
      Fault(
        .precede {
          $0.implications.insert(ImplicationIDs(roleID: "role-lead", impliedID: "role-Member"))
        },
        of: "imply role role-Member by role-lead"
      )
    )
    let result = try await converge(backend)
    #expect(result.word == "converged")
    #expect(await backend.writes.count == 2)
  }

  @Test("where an answer is lost it is sent once more")
  func lost() async throws {
    var tables = Self.tables
    tables.implications = []
    let fault = Fault(
      .loseAnswer(.transport(.timedOut)),
      of: "imply role role-reader by role-Member"
    )
    let backend = Self.backend(tables, fault)
    #expect(try await converge(backend).word == "converged")
    #expect(await backend.keystone.tables.implications.count == 2)
  }

  @Test("what the seed does not name goes when pruning, and stays else")
  func prunes() async throws {
    let backend = Self.backend(Self.tables)
    #expect(try await converge(backend).outcomes.isEmpty)
    let result = try await converge(backend, prunes: true)
    #expect(
      result.outcomes.map(\.line).contains("- implication lead implies reader: done"),
      "\(result.outcomes.map(\.line))"
    )
    #expect(await backend.keystone.tables.implications.count == 2)
  }

  @Test("one that is listed still after it was taken away was not")
  func stillThere() async throws {
    var desired = Self.desired
    desired.absent.implications = [Implication("lead", implies: "reader")]
    let tables = Self.tables
    let backend = Self.backend(
      tables,
      Fault(
        .follow { $0.implications = tables.implications },
        of: "stop implying role role-reader by role-lead",
        1...100
      )
    )
    let result = try await converge(backend, to: desired)
    #expect(result.word == "failed")
    #expect(
      result.lastOutcomes.filter { !$0.isDone }.map(\.line)
        == ["- implication lead implies reader: failed, still there"]
    )
  }
}
