import IdentityModel
import Reconciliation
import TestSupport
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

  @Test("a disabled endpoint is replaced by one that users see")
  func disabledEndpoint() throws {
    let live = Self.live { $0.endpoints[0].isShown = false }
    let plan = try Plan.make(Self.seed, live)
    #expect(plan.lines == ["+/- endpoint compute/nova in RegionOne id e"])
    #expect(
      plan.changes.map(\.fields) == [
        [FieldChange(.enabled, from: .flag(false), to: .flag(true))]
      ]
    )
    #expect(plan.changes.first?.settings[.enabled] == .flag(true))
    #expect(!plan.leavesDrift)
  }

  @Test("a disabled endpoint that v3 made is named, and what else differs of it")
  func disabledForeignEndpoint() throws {
    let live = Self.live {
      $0.endpoints[0].isShown = false
      $0.endpoints[0].isManageable = false
    }
    let plan = try Plan.make(Self.seed, live)
    #expect(plan.isEmpty)
    #expect(plan.notes == [.disabled(.endpoint(.nova), id: "e")])
    #expect(plan.leavesDrift)
    var shown = Self.live { $0.endpoints[0].isManageable = false }
    shown.endpoints[0].hiddenRows = [.internal: ["i"], .admin: ["a"]]
    #expect(
      try Plan.make(Self.seed, shown).notes == [
        .disabled(.endpoint(.nova), id: "a"), .disabled(.endpoint(.nova), id: "i"),
      ]
    )
    let other = Self.live {
      $0.endpoints = [
        .make("e", on: "s", public: "http://old", isShown: false, isManageable: false)
      ]
    }
    #expect(
      try Plan.make(Self.seed, other).notes == [
        .unmanageable(.endpoint(.nova), id: "e"), .disabled(.endpoint(.nova), id: "e"),
      ]
    )
  }

  @Test("an endpoint of which a declared interface is disabled is replaced, as one that is whole")
  func disabledInterface() throws {
    var live = Self.live()
    live.endpoints[0].hiddenRows = [.admin: ["a"]]
    var seed = Self.seed
    seed.endpoints[0].adminURL = nil
    #expect(try Plan.make(seed, live).isEmpty, "the seed declares no admin URL")
    let plan = try Plan.make(Self.seed, live)
    #expect(plan.lines == ["+/- endpoint compute/nova in RegionOne id e"])
    #expect(plan.changes.first?.settings[.enabled] == .flag(true))
  }

  private static func stray(
    _ url: String,
    _ interface: EndpointInterface = .public,
    isShown: Bool = true
  ) -> LiveInterface {
    LiveInterface(
      id: "x",
      serviceID: "s",
      region: "RegionOne",
      interface: interface,
      url: URLTemplate(url),
      isShown: isShown
    )
  }

  @Test("an interface that no list shows is named where it has another URL than the seed's")
  func strayInterface() throws {
    var live = Self.live()
    live.strayInterfaces = [
      Self.stray("http://p/%(tenant_id)s"), Self.stray("http://other", isShown: false),
      Self.stray("http://other", .admin),
    ]
    var seed = Self.seed
    seed.endpoints[0].adminURL = nil
    #expect(try Plan.make(seed, live).notes == [])
    live.strayInterfaces = [Self.stray("http://other")]
    let key = EndpointKey(service: .nova, region: "RegionOne")
    let plan = try Plan.make(Self.seed, live)
    #expect(plan.isEmpty)
    #expect(
      plan.notes == [.strayInterface(key, .public, id: "x", url: URLTemplate("http://other"))]
    )
    #expect(plan.leavesDrift)
    #expect(try Plan.make(Self.seed, live, options: PlanOptions(kinds: [.user])).notes == [])
  }

  @Test("of which declared endpoints not all is known is said, where endpoints are looked at")
  func unknownInterfaces() throws {
    var live = Self.live()
    let key = EndpointKey(service: .nova, region: "RegionOne")
    live.unknownInterfaces = UnknownInterfaces(.refused("403"))
    let plan = try Plan.make(Self.seed, live)
    #expect(plan.notes == [.interfacesUnknown([key], .refused("403"))])
    #expect(!plan.leavesDrift)
    live.unknownInterfaces = UnknownInterfaces(.cutOff, services: ["s"])
    #expect(try Plan.make(Self.seed, live).notes == [.interfacesUnknown([key], .cutOff)])
    live.unknownInterfaces = UnknownInterfaces(.cutOff, services: ["other"])
    #expect(try Plan.make(Self.seed, live).notes == [])
    live.unknownInterfaces = UnknownInterfaces(.cutOff)
    #expect(try Plan.make(Self.seed, live, options: PlanOptions(kinds: [.user])).notes == [])
  }

  @Test("a disabled service is named, and stays as it is with all its endpoints")
  func disabledService() throws {
    let live = Self.live { $0.services = [.make("s", description: "d", isShown: false)] }
    var seed = Self.seed
    seed.services = [.make(description: "d")]
    let plan = try Plan.make(seed, live)
    #expect(plan.isEmpty)
    #expect(plan.notes == [.disabled(.service(.nova), id: "s")])
    #expect(plan.leavesDrift)
    let updating = try Plan.make(seed, live, capabilities: .v3)
    #expect(updating.lines == ["~ service compute/nova id s"])
    #expect(updating.notes == [])
  }

  @Test("nobody sees a disabled row of a duplicate, so the new one is seen")
  func disabledRowOnDuplicate() throws {
    let live = Self.live {
      $0.services = [.make("s"), .make("t")]
      $0.endpoints = [.make("e", on: "t", admin: "http://a", isShown: false)]
    }
    let plan = try Plan.make(Self.seed, live)
    let creation = try #require(plan.changes.filter { $0.action == .create }.only)
    #expect(creation.settings[.enabled] == nil)
    #expect(creation.settings[.adminURL] != nil)
  }

  @Test("a disabled service that is replaced is seen again")
  func hidden() throws {
    let service = Self.live { $0.services = [.make("s", description: "old", isShown: false)] }
    let plan = try Plan.make(Self.seed, service)
    #expect(plan.changes.map(\.settings[.enabled]) == [.flag(true), nil])
    #expect(plan.notes == [.enabledByReplacement(.service(.nova), id: "s")])
    #expect(!plan.leavesDrift)
    let updating = try Plan.make(Self.seed, service, capabilities: .v3)
    #expect(updating.notes == [])
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
