import IdentityModel
import Reconciliation
import TestSupport
import Testing

@Suite("What the catalog holds beside the seed stays, moves or goes, row by row")
struct UndeclaredCatalogTests {
  @Test("an endpoint that the seed does not declare is counted and left alone")
  func unmanagedEndpoint() throws {
    let live = CatalogDifferTests.live {
      $0.endpoints.append(.make("e2", on: "s", in: "Edge"))
      $0.endpoints.append(.make("e3", on: "s", in: "Edge"))
    }
    let plan = try Plan.make(CatalogDifferTests.seed, live)
    #expect(plan.isEmpty)
    #expect(plan.unmanagedCount == 2)
  }

  @Test("an undeclared endpoint on a duplicate of its service moves, once")
  func movesFromDuplicate() throws {
    let live = CatalogDifferTests.live {
      $0.services.append(.make("t", .nova))
      $0.endpoints.append(.make("2", on: "t", in: "Edge", admin: "http://a"))
      $0.endpoints.append(.make("1", on: "t", in: "Edge", isShown: false))
      $0.endpoints.append(.make("3", on: "t", in: "Edge"))
    }
    let plan = try Plan.make(CatalogDifferTests.seed, live)
    #expect(
      plan.lines == [
        "+/- endpoint compute/nova in Edge id 2 movesFromDuplicate",
        "- endpoint compute/nova in Edge id 1 duplicate",
        "- endpoint compute/nova in Edge id 3 duplicate",
        "- service compute/nova id t duplicate",
      ]
    )
    let move = try #require(plan.changes.filter { $0.action == .replace }.only)
    #expect(move.serviceID == "s")
    #expect(move.carried.map(\.field) == [.publicURL, .adminURL])
    #expect(plan.unmanagedCount == 0)
  }

  @Test("it does not move where the service that stays has it already")
  func isThereAlready() throws {
    let live = CatalogDifferTests.live {
      $0.services.append(.make("t", .nova))
      $0.endpoints.append(.make("1", on: "s", in: "Edge"))
      $0.endpoints.append(.make("2", on: "t", in: "Edge"))
    }
    let plan = try Plan.make(CatalogDifferTests.seed, live)
    #expect(
      plan.lines == [
        "- endpoint compute/nova in Edge id 2 duplicate", "- service compute/nova id t duplicate",
      ]
    )
    #expect(plan.unmanagedCount == 1)
  }

  @Test("A26 of several rows on a duplicate one moves that can, and the other is named")
  func foreignRowsDoNotMove() throws {
    let live = CatalogDifferTests.live {
      $0.services.append(.make("t", .nova))
      $0.endpoints.append(.make("1", on: "t", in: "Edge", isManageable: false))
      $0.endpoints.append(.make("2", on: "t", in: "Edge"))
    }
    let plan = try Plan.make(CatalogDifferTests.seed, live)
    #expect(plan.lines == ["+/- endpoint compute/nova in Edge id 2 movesFromDuplicate"])
    #expect(
      plan.notes == [
        .pinned(.service(.nova), byEndpoint: "1"),
        .unmanageable(.endpoint(.nova, in: "Edge"), id: "1"),
      ]
    )
  }

  @Test("an endpoint without a service or a region is somebody else's")
  func orphans() throws {
    let live = CatalogDifferTests.live {
      $0.endpoints.append(.make("orphan", on: "gone"))
      $0.endpoints.append(.make("nowhere", on: "s", in: nil))
    }
    #expect(try Plan.make(CatalogDifferTests.seed, live).isEmpty)
    #expect(try Plan.make(CatalogDifferTests.seed, live).unmanagedCount == 2)
    let pruning = try Plan.make(CatalogDifferTests.seed, live, options: .pruning)
    #expect(pruning.isEmpty)
    #expect(pruning.unmanagedCount == 2)
  }

  @Test("an absent service goes with all its rows and their endpoints")
  func absentService() throws {
    let desired = DesiredState.make { $0.absent.services = [ServicePattern(name: "heat")] }
    let live = LiveState.make {
      $0.services = [.make("1", .heat), .make("2", .heatCFN), .make("3", .heat), .make("4", .nova)]
      $0.endpoints = [.make("a", on: "1"), .make("b", on: "4")]
    }
    let plan = try Plan.make(desired, live)
    #expect(
      plan.lines == [
        "- endpoint orchestration/heat in RegionOne id a declaredAbsent",
        "- service cloudformation/heat id 2 declaredAbsent",
        "- service orchestration/heat id 1 declaredAbsent",
        "- service orchestration/heat id 3 declaredAbsent",
      ]
    )
    #expect(plan.unmanagedCount == 2)
  }

  @Test("A14 an absent service of one type leaves the other type of that name alone")
  func absentServiceOfOneType() throws {
    let desired = DesiredState.make {
      $0.services = [.make(.heat)]
      $0.absent.services = [ServicePattern(name: "heat", type: "cloudformation")]
    }
    let live = LiveState.make { $0.services = [.make("1", .heat), .make("2", .heatCFN)] }
    #expect(
      try Plan.make(desired, live).lines == ["- service cloudformation/heat id 2 declaredAbsent"]
    )
  }

  @Test("A16 an absent endpoint goes in its region alone")
  func absentEndpoint() throws {
    let desired = DesiredState.make {
      let pattern = ServicePattern(name: "nova")
      $0.services = [.make(.nova)]
      $0.absent.endpoints = [EndpointPattern(service: pattern, region: "Edge")]
    }
    let live = LiveState.make {
      $0.services = [.make("s", .nova)]
      $0.endpoints = [
        .make("1", on: "s", in: "Edge"), .make("2", on: "s", in: "RegionOne"),
        .make("3", on: "s", in: "Edge"),
      ]
    }
    #expect(
      try Plan.make(desired, live).lines == [
        "- endpoint compute/nova in Edge id 1 declaredAbsent",
        "- endpoint compute/nova in Edge id 3 declaredAbsent",
      ]
    )
  }
}
