import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import Convergence

@Suite("A backend that changes the catalog in place")
struct CatalogUpdaterTests {
  private static func desired() -> DesiredState {
    var desired = DesiredState.make()
    desired.services[0].description = "other"
    desired.endpoints[1] = .make(.nova, host: "new")
    return desired
  }

  @Test("rows keep their IDs, and each change is one request")
  func updates() async throws {
    let before = KeystoneTables.made()
    let backend = InMemoryBackend(InMemoryKeystone(before, kind: .updating))
    let converger = Converger(backend: backend, options: .make())
    let result = try await converger.converge(to: Self.desired())
    #expect(result.word == "converged")
    #expect(
      Set(await backend.writes.map(\.description)) == [
        "update service service-keystone", "update endpoint endpoint-nova-public",
        "update endpoint endpoint-nova-internal", "update endpoint endpoint-nova-admin",
      ]
    )
    let tables = await backend.keystone.tables
    #expect(Set(tables.services.keys) == Set(before.services.keys))
    #expect(tables.endpoints.count == before.endpoints.values.map(\.interfaces.count).reduce(0, +))
    #expect(tables.services["service-keystone"]?.description == "other")
    let url = Endpoint.make(.nova, host: "new").publicURL
    #expect(tables.endpoints["endpoint-nova-public"]?.publicURL == url)
    #expect(try await converger.plan(Self.desired()).plan.isEmpty)
  }

  @Test("an answer that is lost is asked for again")
  func retries() async throws {
    let lost = Fault(.loseAnswer(.proxy(502)), where: \.isWrite)
    let keystone = InMemoryKeystone(.made(), kind: .updating)
    let backend = InMemoryBackend(keystone, faults: [lost])
    let retrier = Retrier(policy: RetryPolicy(), clock: ManualClock())
    let converger = Converger(
      backend: backend,
      options: .make(parallelism: 1),
      retrier: retrier
    )
    let result = try await converger.converge(to: Self.desired())
    #expect(result.word == "converged")
    #expect(await backend.writes.count == 5)
  }

  @Test("a row that has gone is a failure", arguments: ["service-keystone", "endpoint-nova-admin"])
  func gone(id: String) async throws {
    let gone = Fault(
      .precede {
        $0.services[id] = nil
        $0.endpoints[id] = nil
      },
      where: { $0.verb == .update && $0.description.hasSuffix(id) }
    )
    let backend = InMemoryBackend(
      InMemoryKeystone(.made(), kind: .updating),
      faults: [gone]
    )
    let result = try await Converger(backend: backend, options: .make())
      .converge(to: Self.desired())
    #expect(result.outcomes.map(\.line).contains { $0.hasSuffix(": failed, 404") })
  }

  @Test(
    "what the capabilities promise is what there is to do it with",
    arguments: KeystoneKind.allCases
  )
  func promise(kind: KeystoneKind) {
    let inner = InMemoryBackend(InMemoryKeystone(kind: kind))
    let backends: [any IdentityBackend] = [inner, RetryingBackend(inner, retrier: .once)]
    for backend in backends {
      #expect(backend.capabilities.updatesServices == (backend.services.updater != nil))
      #expect(backend.capabilities.updatesEndpoints == (backend.endpoints.updater != nil))
    }
  }
}
