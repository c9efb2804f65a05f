import IdentityModel
import Reconciliation
import TestSupport
import Testing

@Suite("A row whose ID no request can name is one that cannot be managed, and the rest goes on")
struct UnreachableRowsTests {
  private static let seed = DesiredState.make {
    $0.services = [.make(.nova, description: "new"), .make(.glance)]
    $0.endpoints = [.make(.nova), .make(.glance, public: "http://new")]
  }

  private static func live(_ ids: String..., change: (inout LiveState) -> Void = { _ in })
    -> LiveState
  {
    .make {
      $0.services = [.make("..", .nova, description: "old"), .make("g", .glance)]
      $0.endpoints = [.make("e", on: ".."), .make(".", on: "g")]
      $0.unreachableRows = Dictionary(ids.map { ($0, $0) }) { first, _ in first }
      change(&$0)
    }
  }

  private static let endpoint = ResourceKey.endpoint(
    EndpointKey(service: .glance, region: "RegionOne")
  )

  @Test("neither a service nor an endpoint is changed, made twice or taken for missing")
  func declared() throws {
    let plan = try Plan.make(Self.seed, Self.live("..", "."))
    #expect(plan.isEmpty)
    #expect(
      plan.notes == [
        .unreachable(.service(.nova), id: ".."), .unreachable(Self.endpoint, id: "."),
      ]
    )
    #expect(plan.leavesDrift && !plan.isIncomplete)
  }

  @Test("it is said though nothing differs, of the kinds that are looked at")
  func kinds() throws {
    let seed = DesiredState.make {
      $0.services = [.make(.nova, description: "old")]
      $0.endpoints = [.make(.nova)]
    }
    let live = Self.live("..")
    #expect(try Plan.make(seed, live).notes == [.unreachable(.service(.nova), id: "..")])
    let options = PlanOptions(kinds: [.endpoint], maximumDeletions: .max)
    #expect(try Plan.make(seed, live, options: options).notes == [])
  }

  @Test("an endpoint on such a service is made all the same: its ID stands in the body alone")
  func endpointOnIt() throws {
    var seed = Self.seed
    seed.endpoints.append(.make(.nova, in: "Two"))
    let plan = try Plan.make(seed, Self.live("..", "."))
    #expect(plan.lines == ["+ endpoint compute/nova in Two"])
    #expect(plan.changes.map(\.serviceID) == [".."])
  }

  @Test("what must not be there stays, and so does a service for which such an endpoint would go")
  func absent() throws {
    let seed = DesiredState.make {
      $0.absent.services = [ServicePattern(name: "nova"), ServicePattern(name: "glance")]
    }
    let plan = try Plan.make(seed, Self.live("..", "."))
    #expect(plan.lines == ["- endpoint compute/nova in RegionOne id e declaredAbsent"])
    #expect(
      plan.notes == [
        .unreachable(.service(.nova), id: ".."),
        .pinned(.service(.glance), byEndpoint: "."),
        .unreachable(Self.endpoint, id: "."),
      ]
    )
  }

  @Test("pruning leaves each of them alone, whatever its kind, and says so")
  func pruning() throws {
    var live = Self.live("..", ".")
    live.unreachable = [.role("r"): "", .tenant("t"): "a/b", .user("u"): "..", .user("other"): "."]
    let seed = DesiredState.make {
      $0.roles = [Role(name: "admin")]
      $0.tenants = [Tenant(name: "acme")]
      $0.users = [User(name: "ann")]
      $0.services = [.make(.heat)]
      $0.endpoints = [.make(.heat)]
    }
    let plan = try Plan.make(seed, live, options: .pruning)
    #expect(
      plan.notes.filter { if case .unreachableNotPruned = $0 { true } else { false } } == [
        .unreachableNotPruned(.role("r"), id: ""), .unreachableNotPruned(.tenant("t"), id: "a/b"),
        .unreachableNotPruned(.user("other"), id: "."), .unreachableNotPruned(.user("u"), id: ".."),
        .unreachableNotPruned(.service(.nova), id: ".."),
        .unreachableNotPruned(Self.endpoint, id: "."),
      ]
    )
    #expect(
      plan.lines.filter { $0.hasPrefix("-") }
        == ["- endpoint compute/nova in RegionOne id e unmanaged"]
    )
    #expect(!plan.leavesDrift)
    #expect(try Plan.make(seed, live).notes == [.withoutPassword("ann")])
  }

  @Test("nothing is said of a kind of which the seed declares none")
  func undeclaredKind() throws {
    var live = Self.live("..", ".")
    live.unreachable = [.role("r"): ""]
    let seed = DesiredState.make { $0.tenants = [Tenant(name: "acme")] }
    let plan = try Plan.make(seed, live, options: .pruning)
    #expect(!plan.notes.contains { if case .unreachableNotPruned = $0 { true } else { false } })
  }
}
