import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import Convergence

@Suite("An endpoint moves off a double of its service")
struct ConvergerMovesTests {
  /// Nova twice, its one endpoint on the service that goes.
  private static let onADouble: KeystoneTables = {
    var tables = KeystoneTables.made()
    tables.add(.make(.nova, description: "another"), id: "a-double")
    tables.endpoints["endpoint-nova"] = nil
    tables.add(.make(.make(.nova), id: "old-row", on: "a-double"))
    return tables
  }()

  @Test("the new row is read back before the old one goes")
  func readsBack() async throws {
    let vanishing = Fault(
      .follow { tables in
        for id in tables.endpoints.keys
        where !id.hasPrefix("old-row") && !id.hasPrefix("endpoint-keystone") {
          tables.endpoints[id] = nil
        }
      },
      of: "create endpoint compute/nova in regionOne"
    )
    let backend = InMemoryBackend(InMemoryKeystone(Self.onADouble), faults: [vanishing])
    let result = try await Converger(backend: backend, options: .make()).converge(to: .make())
    #expect(result.word == "failed")
    #expect(await backend.keystone.tables.catalog.contains(.nova))
  }

  @Test("it keeps its rows where they can be changed")
  func movesInPlace() async throws {
    let backend = InMemoryBackend(InMemoryKeystone(Self.onADouble, kind: .updating))
    let result = try await Converger(backend: backend, options: .make()).converge(to: .make())
    #expect(result.word == "converged")
    let tables = await backend.keystone.tables
    #expect(tables.services["a-double"] == nil)
    #expect(tables.catalog.isSuperset(of: KeystoneKind.updating.rows(of: .nova)))
    let rows = KeystoneKind.updating.rows(withIDs: "old-row")
    #expect(rows.isSubset(of: tables.endpoints.keys))
  }
}
