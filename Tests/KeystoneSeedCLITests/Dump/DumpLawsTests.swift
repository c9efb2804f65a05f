import IdentityBackends
import IdentityModel
import Reconciliation
import SeedFormat
import TestSupport
import Testing
import Texts

@Suite("What holds for the dump of any cloud") struct DumpLawsTests {
  private func load(_ dump: SeedDump) -> SeedReading {
    Seed.load(dump.text, file: "dump.yaml", directory: "/")
  }

  @Test("the seed is valid, and its plan on the same cloud is empty", arguments: 0..<400)
  func emptyPlan(number: Int) throws {
    let live = StrangeCloud(number).live
    let dump = try #require(SeedDump(live, address: "http://h"))
    let reading = load(dump)
    #expect(reading.diagnostics.filter { $0.severity == .error } == [])
    var desired = try #require(reading.desired)
    desired.passwords = reading.passwordSources.mapValues { _ in Secret("any") }
    let difference = Differ.difference(
      desired: desired,
      live: live,
      kinds: V2Backend.capabilities.kinds,
      memberRole: Role.memberName,
      groupsEndpoints: true
    )
    #expect(difference.changes == [])
    #expect(difference.notes == [])
  }

  @Test("so it is over v3, where each interface is a row", arguments: 0..<200)
  func emptyPlanOverVersion3(number: Int) throws {
    let live = StrangeCloud(number).live.asRowsOfInterfaces
    let dump = try #require(SeedDump(live, address: "http://h", memberRole: nil))
    let reading = load(dump)
    #expect(reading.diagnostics.filter { $0.severity == .error } == [])
    var desired = try #require(reading.desired)
    desired.passwords = reading.passwordSources.mapValues { _ in Secret("any") }
    let difference = Differ.difference(
      desired: desired,
      live: live,
      memberRole: nil,
      groupsEndpoints: false
    )
    #expect(difference.changes == [])
    #expect(difference.notes == [])
    let unsayable = SeedDump.leftOut(of: live).ids
    let leftOut = live.endpoints.filter { unsayable.contains($0.id) }.count
    #expect(desired.endpoints.flatMap(\.rows).count + leftOut == live.endpoints.count)
  }

  @Test("every object is in the seed or in its comments", arguments: 0..<100)
  func nothingIsLost(number: Int) throws {
    let live = StrangeCloud(number).live
    let dump = try #require(SeedDump(live, address: "http://h"))
    let desired = try #require(load(dump).desired)
    let objects =
      live.roles.count { $0.value.name != Role.memberName } + live.tenants.count
      + live.users.count + live.services.count + live.endpoints.count
    let declared =
      desired.roles.count + desired.tenants.count + desired.users.count + desired.services.count
      + desired.endpoints.count
    let comments = dump.text.split(separator: "\n").filter { $0.hasPrefix("# ") }
    let start = comments.firstIndex { $0.hasPrefix("# Left out") } ?? comments.endIndex
    let end = comments.firstIndex { $0.hasPrefix("# Worth knowing") } ?? comments.endIndex
    let leftOut = comments[start..<max(start, end)].count { $0.hasPrefix("#     id ") }
    #expect(declared + leftOut == objects)
  }

  @Test("a cloud made from it has the same dump, but for what was left out", arguments: 0..<200)
  func fixedPoint(number: Int) throws {
    let dump = try #require(SeedDump(StrangeCloud(number).live, address: "http://h"))
    let desired = try #require(load(dump).desired)
    let again = try #require(SeedDump(.made(from: desired), address: "http://h"))
    #expect(seedAlone(again).utf8.elementsEqual(seedAlone(dump).utf8))
    #expect(again.leftOutCount == 0)
  }

  /// The dump without the comments at its end.
  private func seedAlone(_ dump: SeedDump) -> String {
    let lines = dump.text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.prefix { !$0.hasPrefix("# Left out") && !$0.hasPrefix("# Worth knowing") }
      .joined(separator: "\n").trimmingPrefix("\n").description
  }

  @Test("the same cloud is the same text, in whatever order it was listed", arguments: 0..<50)
  func order(number: Int) throws {
    let live = StrangeCloud(number).live
    var shuffled = live
    shuffled.roles.reverse()
    shuffled.tenants.reverse()
    shuffled.users.reverse()
    shuffled.services.reverse()
    shuffled.endpoints.reverse()
    let texts = [live, shuffled].compactMap { SeedDump($0, address: "http://h")?.text }
    #expect(texts.count == 2)
    #expect(texts[0].utf8.elementsEqual(texts[1].utf8))
  }
}

extension LiveState {
  /// What a Keystone holds that began empty and had all of this applied.
  fileprivate static func made(from desired: DesiredState) -> LiveState {
    var live = LiveState()
    live.roles = desired.roles.map { Live(id: "r\($0.name)", $0) }
    live.tenants = desired.tenants.map { Live(id: "t\($0.name)", $0) }
    live.users = desired.users.map { Live(id: "u\($0.name)", $0) }
    live.assignments = Set(desired.assignments)
    for user in desired.users {
      guard let tenant = user.tenant else { continue }
      live.assignments.insert(RoleAssignment(user: user.name, tenant: tenant, role: "_member_"))
    }
    live.services = desired.services.enumerated().map { Live(id: "s\($0)", $1) }
    let ids = Dictionary(live.services.map { ($0.value.key, $0.id) }) { first, _ in first }
    live.endpoints = desired.endpoints.enumerated().map { number, endpoint in
      LiveEndpoint(
        id: "e\(number)",
        serviceID: ids[endpoint.service] ?? "",
        region: endpoint.region,
        publicURL: endpoint.publicURL,
        internalURL: endpoint.internalURL,
        adminURL: endpoint.adminURL
      )
    }
    return live
  }
}
