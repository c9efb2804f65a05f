import IdentityModel
import Reconciliation
import TestSupport
import Testing

@Suite("What the backend cannot update is replaced, what it cannot delete is named")
struct CatalogReplacementTests {
  static let desired = DesiredState.make {
    $0.services = [.make(.nova, description: "new")]
    $0.endpoints = [
      .make(.nova, public: "http://p"), .make(.nova, in: "Two", public: "http://new"),
    ]
  }
  static let live = LiveState.make {
    $0.services = [.make("s", .nova, description: "old")]
    $0.endpoints = [
      .make("same", on: "s", admin: "http://a"),
      .make("differs", on: "s", in: "Two", public: "http://old", admin: "http://a"),
      .make("undeclared", on: "s", in: "Edge", internal: "http://i"),
    ]
  }

  @Test("A8 a service that is replaced takes all its endpoints along, declared or not (charms)")
  func movesAll() throws {
    let plan = try Plan.make(Self.desired, Self.live)
    #expect(
      plan.lines == [
        "+/- service compute/nova id s",
        "+/- endpoint compute/nova in Edge id undeclared movesWithService",
        "+/- endpoint compute/nova in RegionOne id same movesWithService",
        "+/- endpoint compute/nova in Two id differs",
      ]
    )
    #expect(plan.changes.allSatisfy { $0.serviceID == nil }, "all wait for the new service")
    #expect(
      plan.changes.map(\.settings) == [
        [FieldSetting(.description, .text("new"))],
        [
          FieldSetting(.publicURL, .template(URLTemplate("http://p"))),
          FieldSetting(.internalURL, .template(URLTemplate("http://i"))),
        ],
        [
          FieldSetting(.publicURL, .template(URLTemplate("http://p"))),
          FieldSetting(.adminURL, .template(URLTemplate("http://a"))),
        ],
        [
          FieldSetting(.publicURL, .template(URLTemplate("http://new"))),
          FieldSetting(.adminURL, .template(URLTemplate("http://a"))),
        ],
      ]
    )
    #expect(plan.unmanagedCount == 1)
  }

  @Test("a backend that can update does, and nothing moves")
  func updates() throws {
    let plan = try Plan.make(Self.desired, Self.live, capabilities: .v3)
    #expect(
      plan.lines == [
        "~ service compute/nova id s", "~ endpoint compute/nova in Two id differs-public",
      ]
    )
    #expect(!plan.isDestructive)
  }

  @Test("one that updates endpoints alone still makes those of a replaced service again")
  func updatesEndpointsAlone() throws {
    let backend = BackendCapabilities(
      name: "x",
      updatesServices: false,
      updatesEndpoints: true,
      groupsEndpoints: true,
      endpointsMakeRegions: true,
      listsGrants: false,
      defaultTenantRole: nil
    )
    let plan = try Plan.make(Self.desired, Self.live, capabilities: backend)
    #expect(plan.changes.map(\.action) == [.replace, .replace, .replace, .replace])
  }

  @Test("an endpoint that is missing on a replaced service is made on the new one")
  func missingEndpoint() throws {
    var live = Self.live
    live.endpoints = []
    let plan = try Plan.make(Self.desired, live)
    #expect(plan.count(of: .create) == 2)
    #expect(plan.changes.allSatisfy { $0.serviceID == nil })
  }

  @Test("an undeclared endpoint that is there twice moves once")
  func twins() throws {
    var live = Self.live
    live.endpoints = [
      .make("2", on: "s", in: "Edge"), .make("1", on: "s", in: "Edge", isShown: false),
      .make("3", on: "s", in: "Edge"),
    ]
    var desired = Self.desired
    desired.endpoints = []
    #expect(
      try Plan.make(desired, live).lines == [
        "+/- service compute/nova id s",
        "+/- endpoint compute/nova in Edge id 2 movesWithService",
        "- endpoint compute/nova in Edge id 1 duplicate",
        "- endpoint compute/nova in Edge id 3 duplicate",
      ]
    )
  }

  @Test("services alone: a replaced one takes its endpoints along all the same")
  func servicesAlone() throws {
    let plan = try Plan.make(
      Self.desired,
      Self.live,
      options: PlanOptions(kinds: [.service], maximumDeletions: .max)
    )
    #expect(plan.count(of: .replace) == 4)
  }

  @Test("A26 a service with an endpoint that cannot be made again stays as it is")
  func pinned() throws {
    var live = Self.live
    live.endpoints.append(.make("foreign", on: "s", in: "West", isManageable: false))
    let plan = try Plan.make(Self.desired, live)
    #expect(plan.lines == ["+/- endpoint compute/nova in Two id differs"])
    #expect(plan.changes.map(\.serviceID) == ["s"])
    #expect(plan.notes == [.pinned(.service(.nova), byEndpoint: "foreign")])
    #expect(plan.leavesDrift)
  }

  @Test("a disabled one that stays for such an endpoint stays disabled, and that is said")
  func pinnedDisabled() throws {
    var live = Self.live
    live.services = [.make("s", .nova, description: "old", isShown: false)]
    live.endpoints.append(.make("foreign", on: "s", in: "West", isManageable: false))
    let plan = try Plan.make(Self.desired, live)
    #expect(plan.lines == ["+/- endpoint compute/nova in Two id differs"])
    #expect(
      plan.notes == [
        .pinned(.service(.nova), byEndpoint: "foreign"), .disabled(.service(.nova), id: "s"),
      ]
    )
  }

  @Test("A26 a backend that can update a service needs to pin nothing")
  func notPinnedByUpdate() throws {
    var live = Self.live
    live.endpoints.append(.make("foreign", on: "s", in: "West", isManageable: false))
    #expect(try Plan.make(Self.desired, live, capabilities: .v3).notes == [])
  }

  @Test("A26 a duplicate with such an endpoint stays, whatever its other endpoints do")
  func pinnedDuplicate() throws {
    var live = Self.live
    live.services = [.make("s", .nova, description: "new"), .make("t", .nova)]
    live.endpoints = [
      .make("1", on: "s"), .make("2", on: "s", in: "Two", public: "http://new"),
      .make("3", on: "t"), .make("4", on: "t", in: "Two", isManageable: false),
    ]
    let plan = try Plan.make(Self.desired, live)
    #expect(plan.lines == ["- endpoint compute/nova in RegionOne id 3 duplicate"])
    #expect(
      plan.notes == [
        .pinned(.service(.nova), byEndpoint: "4"),
        .unmanageable(.endpoint(.nova, in: "Two"), id: "4"),
      ]
    )
  }

  @Test("A26 an absent service with such an endpoint stays, and both are named")
  func pinnedAbsent() throws {
    let desired = DesiredState.make { $0.absent.services = [ServicePattern(name: "nova")] }
    let live = LiveState.make {
      $0.services = [.make("s", .nova)]
      $0.endpoints = [.make("1", on: "s", isManageable: false)]
    }
    let plan = try Plan.make(desired, live)
    #expect(plan.isEmpty)
    #expect(
      plan.notes == [
        .pinned(.service(.nova), byEndpoint: "1"), .unmanageable(.endpoint(.nova), id: "1"),
      ]
    )
  }

  private static func stray(on service: String) -> LiveInterface {
    LiveInterface(
      id: "x",
      serviceID: service,
      region: "RegionOne",
      interface: .internal,
      url: URLTemplate("http://i")
    )
  }

  @Test("a service is not replaced or deleted over a row of v3's that v2.0 does not list")
  func unlistedRow() throws {
    var live = Self.live
    live.strayInterfaces = [Self.stray(on: "s")]
    let plan = try Plan.make(Self.desired, live)
    #expect(plan.lines == ["+/- endpoint compute/nova in Two id differs"])
    #expect(plan.notes == [.pinned(.service(.nova), byEndpoint: "x")])
    live.strayInterfaces = [Self.stray(on: "other")]
    #expect(try Plan.make(Self.desired, live).lines == Plan.make(Self.desired, Self.live).lines)

    let gone = DesiredState.make { $0.absent.services = [ServicePattern(name: "nova")] }
    live.strayInterfaces = [Self.stray(on: "s")]
    let notes = try Plan.make(gone, live).notes
    #expect(notes == [.pinned(.service(.nova), byEndpoint: "x")])
    #expect(try !Plan.make(gone, live).lines.contains { $0.contains("service") })
  }

  @Test("a double goes all the same: another run may just be making that row")
  func unlistedRowOfDouble() throws {
    var live = Self.live
    live.services.append(.make("t", .nova, description: "new"))
    live.strayInterfaces = [Self.stray(on: "s")]
    let plan = try Plan.make(Self.desired, live)
    #expect(plan.lines.contains("- service compute/nova id s duplicate"))
  }
}
