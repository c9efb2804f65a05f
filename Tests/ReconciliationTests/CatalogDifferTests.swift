import IdentityModel
import Reconciliation
import Testing

@Suite("Services and endpoints are compared row by row")
struct CatalogDifferTests {
  static let seed = DesiredState.make {
    $0.services = [.make(.nova, description: "Compute")]
    $0.endpoints = [
      .make(.nova, public: "http://p/$(tenant_id)s", internal: "http://i", admin: "http://a")
    ]
  }

  static func live(_ change: (inout LiveState) -> Void = { _ in }) -> LiveState {
    var live = LiveState.make {
      $0.services = [.make("s", .nova, description: "Compute")]
      $0.endpoints = [
        .make(
          "e",
          on: "s",
          public: "http://p/$(tenant_id)s",
          internal: "http://i",
          admin: "http://a"
        )
      ]
    }
    change(&live)
    return live
  }

  @Test("A1 the second run has nothing to do")
  func identical() throws {
    #expect(try Plan.make(Self.seed, Self.live()) == Plan(changes: []))
  }

  @Test("A29 another spelling of a template is no difference")
  func spelling() throws {
    let live = Self.live { $0.endpoints[0].publicURL = URLTemplate("http://p/%(tenant_id)s") }
    #expect(try Plan.make(Self.seed, live).isEmpty)
  }

  static let interfaces: [(any WritableKeyPath<LiveEndpoint, URLTemplate?> & Sendable, Field)] = [
    (\.publicURL, .publicURL), (\.internalURL, .internalURL), (\.adminURL, .adminURL),
  ]

  @Test("A4 A15 each URL alone is changed and the others are carried over", arguments: [0, 1, 2])
  func eachInterface(index: Int) throws {
    let (path, field) = Self.interfaces[index]
    for old in [URLTemplate("http://old"), nil] {
      let live = Self.live { $0.endpoints[0][keyPath: path] = old }
      let change = try #require(try Plan.make(Self.seed, live).changes.only)
      #expect(change.action == .replace)
      #expect(change.liveID == "e")
      #expect(change.serviceID == "s")
      let wanted = Self.seed.endpoints.flatMap(\.fields)
      #expect(
        change.fields == [
          FieldChange(field, from: old.map { .template($0) }, to: wanted[field])
        ]
      )
      #expect(change.carried == wanted.filter { $0.field != field })
    }
  }

  @Test("a URL that the seed does not declare is left alone, set or not")
  func undeclaredURL() throws {
    var desired = Self.seed
    desired.endpoints = [.make(.nova, public: "http://p/$(tenant_id)s")]
    #expect(try Plan.make(desired, Self.live()).isEmpty)
    let live = Self.live { $0.endpoints[0].adminURL = nil }
    #expect(try Plan.make(desired, live).isEmpty)
  }

  @Test(
    "A5 a service's description is compared, and empty equals unset",
    arguments: [
      ("a", "b", true), ("a", nil, true), ("", "b", true), ("", nil, false), (nil, "b", false),
      (nil, nil, false), ("a", "a", false),
    ] as [(String?, String?, Bool)]
  )
  func description(declared: String?, live: String?, isChange: Bool) throws {
    let desired = DesiredState.make { $0.services = [.make(description: declared)] }
    let state = LiveState.make { $0.services = [.make("s", description: live)] }
    let plan = try Plan.make(desired, state)
    #expect(plan.lines == (isChange ? ["+/- service compute/nova id s"] : []))
  }

  @Test("A4 A13 the same URLs in another region make another endpoint")
  func twoRegions() throws {
    var desired = Self.seed
    let second = Endpoint.make(
      .nova,
      in: "RegionTwo",
      public: "http://p/$(tenant_id)s",
      internal: "http://i",
      admin: "http://a"
    )
    desired.endpoints.append(second)
    let plan = try Plan.make(desired, Self.live())
    #expect(plan.lines == ["+ endpoint compute/nova in RegionTwo"])
    #expect(plan.changes.map(\.serviceID) == ["s"])
  }

  @Test("A8 a change in one region leaves the other region's row alone")
  func oneRegionChanges() throws {
    var desired = Self.seed
    desired.endpoints.append(.make(.nova, in: "RegionTwo", public: "http://new"))
    let live = Self.live {
      $0.endpoints.append(.make("e2", on: "s", in: "RegionTwo", public: "http://old"))
    }
    #expect(
      try Plan.make(desired, live).lines == ["+/- endpoint compute/nova in RegionTwo id e2"]
    )
  }

  @Test("A20 a region in another case is another region")
  func regionCase() throws {
    let live = Self.live { $0.endpoints = [.make("e", on: "s", in: "regionOne")] }
    let plan = try Plan.make(Self.seed, live)
    #expect(plan.lines == ["+ endpoint compute/nova in RegionOne"])
    #expect(plan.unmanagedCount == 1)
  }

  @Test("A2 an endpoint of a service that the same plan makes names no row")
  func newService() throws {
    let plan = try Plan.make(Self.seed, LiveState())
    #expect(plan.lines == ["+ service compute/nova", "+ endpoint compute/nova in RegionOne"])
    #expect(plan.changes.map(\.serviceID) == [nil, nil])
  }

  @Test("a hidden row that is replaced stays hidden")
  func hidden() throws {
    let live = Self.live {
      $0.endpoints = [.make("e", on: "s", public: "http://old", isShown: false)]
    }
    let change = try #require(try Plan.make(Self.seed, live).changes.only)
    #expect(change.carried == [FieldSetting(.enabled, .flag(false))])
    let service = Self.live { $0.services = [.make("s", description: "old", isShown: false)] }
    let changes = try Plan.make(Self.seed, service).changes
    #expect(changes.map(\.carried[.enabled]) == [.flag(false), nil])
  }

  @Test("an endpoint that the seed does not declare is counted and left alone")
  func unmanagedEndpoint() throws {
    let live = Self.live {
      $0.endpoints.append(.make("e2", on: "s", in: "Edge"))
      $0.endpoints.append(.make("e3", on: "s", in: "Edge"))
    }
    let plan = try Plan.make(Self.seed, live)
    #expect(plan.isEmpty)
    #expect(plan.unmanagedCount == 2)
  }

  @Test("an undeclared endpoint on a duplicate of its service moves, once")
  func movesFromDuplicate() throws {
    let live = Self.live {
      $0.services.append(.make("t", .nova))
      $0.endpoints.append(.make("2", on: "t", in: "Edge", admin: "http://a"))
      $0.endpoints.append(.make("1", on: "t", in: "Edge", isShown: false))
      $0.endpoints.append(.make("3", on: "t", in: "Edge"))
    }
    let plan = try Plan.make(Self.seed, live)
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
    let live = Self.live {
      $0.services.append(.make("t", .nova))
      $0.endpoints.append(.make("1", on: "s", in: "Edge"))
      $0.endpoints.append(.make("2", on: "t", in: "Edge"))
    }
    let plan = try Plan.make(Self.seed, live)
    #expect(
      plan.lines == [
        "- endpoint compute/nova in Edge id 2 duplicate", "- service compute/nova id t duplicate",
      ]
    )
    #expect(plan.unmanagedCount == 1)
  }

  @Test("A26 of several rows on a duplicate one moves that can, and the other is named")
  func foreignRowsDoNotMove() throws {
    let live = Self.live {
      $0.services.append(.make("t", .nova))
      $0.endpoints.append(.make("1", on: "t", in: "Edge", isManageable: false))
      $0.endpoints.append(.make("2", on: "t", in: "Edge"))
    }
    let plan = try Plan.make(Self.seed, live)
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
    let live = Self.live {
      $0.endpoints.append(.make("orphan", on: "gone"))
      $0.endpoints.append(.make("nowhere", on: "s", in: nil))
    }
    #expect(try Plan.make(Self.seed, live).isEmpty)
    #expect(try Plan.make(Self.seed, live).unmanagedCount == 2)
    #expect(
      try Plan.make(Self.seed, live, options: .pruning).lines == [
        "- endpoint /gone in RegionOne id orphan unmanaged",
        "- endpoint compute/nova in  id nowhere unmanaged",
      ]
    )
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

  @Test("A11 names with a dot, a comma or a pipe are names")
  func oddNames() throws {
    let keys = ["a.b", "a,b", "a|b", "a b", "a/b", "a\u{1F}b"].map {
      ServiceKey(type: "x", name: Name($0))
    }
    let desired = DesiredState.make {
      $0.services = keys.map { .make($0) }
      $0.endpoints = keys.map { .make($0) }
    }
    let live = LiveState.make {
      $0.services = keys.map { .make("id of \($0)", $0) }
      $0.endpoints = keys.map { .make("endpoint of \($0)", on: "id of \($0)") }
    }
    #expect(try Plan.make(desired, live) == Plan(changes: []))
  }
}
