import IdentityModel
import Reconciliation
import Testing

@testable import Convergence

@Suite("Regions are objects where the API has them")
struct ConvergerRegionsTests {
  private static let desired: DesiredState = {
    var desired = DesiredState.make()
    desired.regions = [
      Region(name: "bay", parent: "west"), Region(name: "regionOne"),
      Region(name: "west", description: "The coast"),
    ]
    return desired
  }()

  private static func lines(_ result: ApplyResult) -> [String] {
    result.outcomes.map(\.line).filter { $0.contains(" region ") }
  }

  @Test("each is made once, the whole before its parts, and then nothing is left to do")
  func makes() async throws {
    let backend = InMemoryBackend(InMemoryKeystone(kind: .updating))
    let converger = Converger(backend: backend, options: .make(parallelism: 1))
    let result = try await converger.converge(to: Self.desired)
    #expect(result.word == "converged")
    #expect(
      Set(Self.lines(result)) == [
        "+ region bay: done", "+ region regionOne: done", "+ region west: done",
      ]
    )
    let made = await backend.writes.filter { $0.kind == .region }.map(\.subject)
    #expect(made.firstIndex(of: "west") ?? 9 < made.firstIndex(of: "bay") ?? 0)
    #expect(await backend.keystone.tables.regions["bay"]?.parent == "west")
    await backend.forgetCalls()
    #expect(try await converger.converge(to: Self.desired).outcomes.isEmpty)
    #expect(await backend.writes.isEmpty)
  }

  @Test("over v2.0 they are none")
  func word() async throws {
    let backend = InMemoryBackend(InMemoryKeystone(kind: .replacing))
    let result = try await Converger(backend: backend, options: .make()).converge(to: Self.desired)
    #expect(result.word == "converged")
    #expect(Self.lines(result).isEmpty)
  }

  @Test("what differs is changed in place, and what is not declared is left")
  func updates() async throws {
    var tables = KeystoneTables.made()
    tables.regions["west"] = Region(name: "west", description: "A coast")
    tables.regions["bay"] = Region(name: "bay", description: "A bay")
    tables.regions["far"] = Region(name: "far")
    let backend = InMemoryBackend(InMemoryKeystone(tables, kind: .updating))
    let converger = Converger(backend: backend, options: .make(prunes: true))
    let result = try await converger.converge(to: Self.desired)
    #expect(Self.lines(result) == ["~ region bay: done", "~ region west: done"])
    let regions = await backend.keystone.tables.regions
    #expect(regions["bay"] == Region(name: "bay", description: "A bay", parent: "west"))
    #expect(regions["far"] != nil)
  }

  @Test("one that must be absent goes after its endpoints and its parts")
  func deletes() async throws {
    var tables = KeystoneTables.made()
    tables.regions["west"] = Region(name: "west")
    tables.regions["bay"] = Region(name: "bay", parent: "west")
    tables.add(
      .make(.make(EndpointKey(service: .nova, region: "bay")), id: "old", on: "service-nova")
    )
    var desired = DesiredState.make()
    desired.absent.regions = ["west", "bay"]
    let backend = InMemoryBackend(InMemoryKeystone(tables, kind: .updating))
    let result = try await Converger(backend: backend, options: .make()).converge(to: desired)
    #expect(result.word == "converged")
    #expect(await backend.keystone.tables.regions.keys.sorted() == ["regionOne"])
    let deleted = await backend.writes.filter { $0.kind == .region }.map(\.subject)
    #expect(deleted == ["bay", "west"])
  }

  @Test("one that is somebody else's must be there")
  func exists() async throws {
    var desired = DesiredState.make()
    desired.regions = [Region(name: "regionTwo")]
    desired.existing = [.region("regionTwo")]
    let backend = InMemoryBackend(InMemoryKeystone(.made(), kind: .updating))
    let converger = Converger(backend: backend, options: .make())
    let error = await #expect(throws: PlanError.self) { _ = try await converger.plan(desired) }
    let missing = MissingObject(.region("regionTwo"), among: ["regionOne"])
    #expect(error == .notThere([missing]))
    #expect(missing.nearest == "regionOne")
  }
}
