import IdentityModel
import Reconciliation
import Testing

@testable import Convergence

struct ConvergerRaceTests {
  struct Race: Sendable, CustomTestStringConvertible {
    let words: String
    let start: @Sendable (Int) -> KeystoneTables
    let desired: @Sendable () -> DesiredState
    var kind = KeystoneKind.replacing

    var testDescription: String { "\(words), \(kind)" }
  }

  static let races = KeystoneKind.allCases.flatMap { kind in
    starts.map { race in
      var race = race
      race.kind = kind
      return race
    }
  }

  private static let starts: [Race] = [
    Race(words: "an empty cloud") {
      KeystoneTables(seed: $0)
    } desired: {
      .make()
    },
    Race(words: "services to be replaced") { seed in
      var tables = KeystoneTables(seed: seed)
      tables.addCatalog(of: .make())
      return tables
    } desired: {
      var desired = DesiredState.make()
      desired.services = [
        .make(.keystone, description: "other"), .make(.nova, description: "other"),
      ]
      desired.endpoints.removeLast()
      return desired
    },
    Race(words: "doubles to be removed") { seed in
      var tables = KeystoneTables(seed: seed)
      tables.addCatalog(of: .make())
      for number in 1...2 {
        tables.add(.make(.nova, description: "Compute"), id: "a-double-\(number)")
        tables.add(.make(.make(.nova), id: "an-endpoint-\(number)", on: "a-double-\(number)"))
        tables.add(.make(.make(.keystone), id: "a-row-\(number)", on: "service-keystone"))
      }
      return tables
    } desired: {
      .make()
    },
  ]

  /// Of each race; unoptimized they take a minute, so that `script/test --configuration release` has most.
  private static let interleavings: [Range<Int>] = {
    #if DEBUG
      [0..<40]
    #else
      [0..<100, 100..<200]
    #endif
  }()

  @Test(
    "two runs that race, call by call, leave one of everything",
    arguments: races,
    interleavings
  )
  func interleaved(_ race: Race, seeds: Range<Int>) async throws {
    let desired = race.desired()
    for seed in seeds {
      let keystone = InMemoryKeystone(race.start(seed), kind: race.kind)
      let order = TurnOrder(players: 2, seed: seed)
      let before = await keystone.tables.catalog
      let results = try await [0, 1].concurrentMap(limit: 2) { player in
        let backend = InMemoryBackend(keystone, turns: (order, player))
        let converger = Converger(backend: backend, options: .make(parallelism: 1))
        let result = try await converger.converge(to: desired)
        await order.leave(player)
        return result
      }
      let words = results.map(\.word)
      #expect(words == ["converged", "converged"], "seed \(seed)")
      let tables = await keystone.tables
      #expect(tables.serviceCounts.values.allSatisfy { $0 == 1 }, "seed \(seed)")
      #expect(tables.endpointRows.values.allSatisfy { $0.count == 1 }, "seed \(seed)")
      let history = await keystone.history
      #expect(history.allSatisfy { $0.catalog.isSuperset(of: before) }, "seed \(seed)")
      let after = Converger(backend: InMemoryBackend(keystone), options: .make())
      #expect(try await after.plan(desired).plan.isEmpty, "seed \(seed)")
    }
  }

  @Test(
    "a service that another writer makes in between is found and removed",
    arguments: KeystoneKind.allCases
  )
  func doubledService(kind: KeystoneKind) async throws {
    let faster = Fault(
      .precede { $0.add(.make(.nova, description: "Compute"), id: "0") },
      of: "create service compute/nova"
    )
    let backend = InMemoryBackend(InMemoryKeystone(kind: kind), faults: [faster])
    let result = try await Converger(backend: backend, options: .make()).converge(to: .make())
    #expect(result.word == "converged")
    let tables = await backend.keystone.tables
    #expect(tables.service(.nova) == ["0"])
    #expect(tables.catalog == kind.rows(of: .keystone, .nova))
  }

  @Test(
    "an endpoint that another writer makes in between is found and removed",
    arguments: KeystoneKind.allCases
  )
  func doubledEndpoint(kind: KeystoneKind) async throws {
    let faster = Fault(
      .precede { $0.add(.make(.make(.nova), id: "0", on: "service-nova")) },
      of: "create endpoint compute/nova in regionOne"
    )
    var tables = KeystoneTables.made()
    tables.endpoints["endpoint-nova"] = nil
    let backend = InMemoryBackend(InMemoryKeystone(tables, kind: kind), faults: [faster])
    let result = try await Converger(
      backend: backend,
      options: .make()
    ).converge(to: .make(), monitor: ApplyMonitor())
    #expect(result.word == "converged")
    let ids = await backend.keystone.tables.endpoints.keys
    #expect(Set(ids) == kind.rows(withIDs: "0", "endpoint-keystone"))
  }

  @Test(
    "a writer that doubles an endpoint again and again is given up on",
    arguments: KeystoneKind.allCases
  )
  func boundedRounds(kind: KeystoneKind) async throws {
    let tireless = Fault(
      .follow { tables in
        // Each has an ID of its own: what comes back under the same one was not deleted.
        _ = try? tables.endEndpoint(
          EndpointWrite(tables.endpointAsStored(.make(.nova)), serviceID: "service-nova")
        )
      },
      1...Int.max,
      where: \.isWrite
    )
    var tables = KeystoneTables.made()
    tables.endpoints["endpoint-nova"] = nil
    let backend = InMemoryBackend(InMemoryKeystone(tables, kind: kind), faults: [tireless])
    let result = try await Converger(backend: backend, options: .make()).converge(to: .make())
    #expect(result.word == "still differs")
    // Where each interface is a row, three are made, and each is doubled.
    #expect(await backend.writes.count == (kind == .updating ? 18 : 6))
  }

  @Test("a later round deletes nothing but doubles unless somebody has agreed to it")
  func unagreedDeletion() async throws {
    var desired = DesiredState.make()
    desired.services.append(.make(ServiceKey(type: "image", name: "glance")))
    let other = Fault(
      .follow { $0.services["service-nova"]?.description = "changed by another" },
      of: "create service image/glance"
    )
    let backend = InMemoryBackend(InMemoryKeystone(.made()), faults: [other])
    let result = try await Converger(
      backend: backend,
      options: .make()
    ).converge(to: desired, monitor: ApplyMonitor())
    #expect(result.word == "still differs")
    #expect(await backend.writes.map(\.description) == ["create service image/glance"])
  }
}
