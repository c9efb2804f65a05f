import IdentityModel
import Reconciliation
import Testing

@testable import Convergence

struct InterfaceReaderTests {
  /// Three rows for each endpoint of the tables that all tests begin with.
  private static let rows = ["keystone", "nova"].flatMap { name in
    EndpointInterface.allCases.map { row("\(name)-\($0.rawValue)", of: "service-\(name)", $0) }
  }

  private static func row(
    _ id: String,
    of service: String,
    _ interface: EndpointInterface,
    in region: Name? = "regionOne"
  ) -> LiveInterface {
    LiveInterface(
      id: id,
      serviceID: service,
      region: region,
      interface: interface,
      url: URLTemplate("http://\(id)")
    )
  }

  private func read(
    _ table: InterfaceTable?,
    _ change: (inout LiveState) -> Void = { _ in }
  ) async -> (reading: InterfaceReader.Reading, asked: [String]) {
    let tables = KeystoneTables.made()
    let backend = InMemoryBackend(InMemoryKeystone(tables), interfaces: table)
    var live = LiveState.catalog(of: tables)
    change(&live)
    let reading = await InterfaceReader(backend: backend, parallelism: 2).read(live)
    let asked = await backend.calls.map(\.description)
    return (reading, asked)
  }

  @Test("a list that is whole is asked for once")
  func whole() async {
    let (reading, asked) = await read(InterfaceTable(rows: Self.rows))
    #expect(reading.allIDs == Set(Self.rows.map(\.id)))
    #expect(reading.unknown == nil)
    #expect(asked == ["list interfaces"])
  }

  @Test("where there is no such list nothing is unknown, and nothing is known to be there")
  func notThere() async {
    let (reading, asked) = await read(nil)
    #expect(reading.allIDs == nil)
    #expect(reading.unknown == nil)
    #expect(reading.rows.isEmpty)
    #expect(asked.isEmpty)
  }

  @Test("a list that is cut off is asked for by service")
  func byService() async {
    let (reading, asked) = await read(InterfaceTable(rows: Self.rows, limit: 3))
    #expect(reading.allIDs == Set(Self.rows.map(\.id)))
    #expect(
      Set(asked) == [
        "list interfaces", "list interfaces service-keystone", "list interfaces service-nova",
      ]
    )
  }

  @Test("then by interface, and then by region")
  func narrower() async {
    let edge = Self.row("edge", of: "service-nova", .public, in: "edge")
    let (reading, asked) = await read(InterfaceTable(rows: Self.rows + [edge], limit: 1)) { live in
      live.endpoints.append(LiveEndpoint(id: "x", serviceID: "service-keystone", region: "edge"))
    }
    #expect(reading.allIDs == Set(Self.rows.map(\.id) + ["edge"]))
    #expect(asked.contains("list interfaces service-nova admin"))
    #expect(asked.contains("list interfaces service-nova edge public"))
    #expect(!asked.contains("list interfaces service-nova edge admin"))
  }

  @Test("what even the narrowest list leaves out is not known, and the rest is")
  func cutOff() async {
    let double = Self.row("double", of: "service-nova", .admin)
    let (reading, _) = await read(InterfaceTable(rows: Self.rows + [double], limit: 1))
    #expect(reading.allIDs == nil)
    #expect(reading.unknown == UnknownInterfaces(.cutOff, services: ["service-nova"]))
    #expect(reading.rows.count == 5)
  }

  @Test("an endpoint without a region cannot be asked for by one")
  func withoutRegion() async {
    let edge = Self.row("edge", of: "service-nova", .public, in: nil)
    let (reading, _) = await read(InterfaceTable(rows: Self.rows + [edge], limit: 1)) { live in
      live.endpoints.append(LiveEndpoint(id: "x", serviceID: "service-nova", region: nil))
    }
    #expect(reading.unknown == UnknownInterfaces(.cutOff, services: ["service-nova"]))
  }

  @Test("a refusal is the reason that nothing is known")
  func refused() async {
    let refusing = InterfaceTable(refusal: { _ in .keystone(403, "No.") })
    let (reading, _) = await read(refusing)
    #expect(reading.allIDs == nil)
    #expect(reading.unknown == UnknownInterfaces(.refused("403: No.")))
  }

  @Test("one of a part is the reason for that part alone")
  func refusedPart() async {
    var table = InterfaceTable(rows: Self.rows, limit: 3)
    table.refusal = { $0.serviceID == "service-nova" ? .keystone(403, "No.") : nil }
    let (reading, _) = await read(table)
    #expect(reading.unknown == UnknownInterfaces(.refused("403: No."), services: ["service-nova"]))
    #expect(reading.rows.count == 3)
  }

  // MARK: What comes of it

  private func plan(_ table: InterfaceTable?) async throws -> Plan {
    let backend = InMemoryBackend(InMemoryKeystone(.made()), interfaces: table)
    return try await Converger(backend: backend, options: .make()).plan(.make()).plan
  }

  @Test("a plan says which endpoints were not compared whole, and why")
  func planNote() async throws {
    let refused = try await plan(InterfaceTable(refusal: { _ in .keystone(403, "No.") }))
    #expect(refused.isEmpty)
    #expect(refused.notes == [.interfacesUnknown([.nova, .keystone], .refused("403: No."))])
    #expect(try await plan(nil).notes == [])
  }

  @Test("what is cut off for one service is said of its endpoints alone")
  func planNoteOfOne() async throws {
    let double = Self.row("double", of: "service-nova", .admin)
    let plan = try await plan(InterfaceTable(rows: Self.rows + [double], limit: 1))
    #expect(plan.notes.contains(.interfacesUnknown([.nova], .cutOff)))
  }

  @Test("an interface that is disabled is found behind a list that is cut off")
  func disabledBehindLimit() async throws {
    let desired = DesiredState.make()
    var rows: [LiveInterface] = []
    for endpoint in desired.endpoints {
      for interface in endpoint.interfaces {
        guard let url = endpoint.url(of: interface) else { continue }
        rows.append(
          LiveInterface(
            id: "\(endpoint.service.name)-\(interface.rawValue)",
            serviceID: "service-\(endpoint.service.name)",
            region: endpoint.region,
            interface: interface,
            url: url,
            isShown: endpoint.key != .nova || interface != .admin
          )
        )
      }
    }
    for limit in [1, 3, 6] {
      let plan = try await plan(InterfaceTable(rows: rows, limit: limit))
      #expect(plan.changes.map(\.key) == [.endpoint(.nova)])
      #expect(plan.changes.map(\.action) == [.replace])
      #expect(plan.notes == [])
    }
  }

  @Test(
    "a service stays in every round for what no list of endpoints shows, with endpoints or alone"
  )
  func unlistedRowInLaterRounds() async throws {
    var tables = KeystoneTables.made()
    let old = ServiceKey(type: "image", name: "glance")
    tables.add(.make(old))
    let endpoint = Endpoint.make(EndpointKey(service: old, region: "regionOne"))
    tables.add(.make(endpoint, id: "e", on: "service-glance"))
    let stray = Self.row("stray", of: "service-glance", .internal, in: "edge")
    for kinds in [Set(ResourceKind.allCases), [.service]] {
      let keystone = InMemoryKeystone(tables)
      let backend = InMemoryBackend(keystone, interfaces: InterfaceTable(rows: [stray]))
      let options = ConvergenceOptions.make(prunes: true, kinds: kinds)
      let converger = Converger(backend: backend, options: options)
      let result = try await converger.converge(to: .make())
      #expect(result.word == "converged")
      #expect(await keystone.tables.services["service-glance"] != nil)
      let isLeft = await keystone.tables.endpoints["e"] != nil
      #expect(isLeft == !kinds.contains(.endpoint))
    }
  }

  @Test("whoever reads a whole cloud is told what is not known of it")
  func wholeCloud() async throws {
    let refusing = InterfaceTable(refusal: { _ in .keystone(403, "No.") })
    let backend = InMemoryBackend(
      InMemoryKeystone(.made()),
      saysWhatIsForeign: false,
      interfaces: refusing
    )
    let live = try await CloudReader(backend: backend, parallelism: 2).read()
    #expect(live.unknownInterfaces == UnknownInterfaces(.refused("403: No.")))
    #expect(live.isOriginUnknown)
    let known = try await CloudReader(
      backend: InMemoryBackend(InMemoryKeystone(.made())),
      parallelism: 2
    ).read()
    #expect(known.unknownInterfaces == nil && !known.isOriginUnknown)
  }
}
