import IdentityModel
import Reconciliation
import Testing

@Suite("A plan says where users would notice another service than the seed's")
struct CatalogNeighborsTests {
  private static let swift = ServiceKey(type: "object-store", name: "swift")
  private static let radosgw = ServiceKey(type: "object-store", name: "radosgw")

  /// A live object store with one endpoint.
  private static func live(
    _ service: ServiceKey = swift,
    in region: Name? = "RegionOne",
    isServiceShown: Bool = true,
    isEndpointShown: Bool = true
  ) -> LiveState {
    .make {
      $0.services = [.make("s", service, isShown: isServiceShown)]
      $0.endpoints = [
        .make("e", on: "s", in: region, public: "http://old", isShown: isEndpointShown)
      ]
    }
  }

  private static func desired(_ service: ServiceKey, in region: Name = "RegionOne") -> DesiredState
  {
    .make {
      $0.services = [.make(service)]
      $0.endpoints = [.make(service, in: region, public: "http://new")]
    }
  }

  private static let shared = PlanNote.sharesType(
    EndpointKey(service: radosgw, region: "RegionOne"),
    url: URLTemplate("http://new"),
    LiveNeighbor(swift, url: URLTemplate("http://old"), isDeclared: false)
  )

  @Test("a second service of a live type in its region sends the users of the first elsewhere")
  func secondOfType() throws {
    let plan = try Plan.make(Self.desired(Self.radosgw), Self.live())
    #expect(plan.notes == [Self.shared])
    #expect(plan.needsAgreement)
    #expect(!plan.leavesDrift)
  }

  @Test("so it does where the service is there and the endpoint is not")
  func onlyTheEndpointIsMissing() throws {
    var live = Self.live()
    live.services.append(.make("r", Self.radosgw))
    #expect(try Plan.make(Self.desired(Self.radosgw), live).notes == [Self.shared])
  }

  @Test("a seed that declares both is told as well, and that both are its own")
  func bothDeclared() throws {
    var desired = Self.desired(Self.radosgw)
    desired.services.append(.make(Self.swift))
    let neighbor = LiveNeighbor(Self.swift, url: URLTemplate("http://old"), isDeclared: true)
    let key = EndpointKey(service: Self.radosgw, region: "RegionOne")
    #expect(
      try Plan.make(desired, Self.live()).notes
        == [.sharesType(key, url: URLTemplate("http://new"), neighbor)]
    )
  }

  @Test("nobody is sent elsewhere from another region, a disabled row, or what goes anyway")
  func nobodyNotices() throws {
    let desired = Self.desired(Self.radosgw)
    #expect(try Plan.make(desired, Self.live(in: "RegionTwo")).notes == [])
    #expect(try Plan.make(desired, Self.live(in: nil)).notes == [])
    #expect(try Plan.make(desired, Self.live(isServiceShown: false)).notes == [])
    #expect(try Plan.make(desired, Self.live(isEndpointShown: false)).notes == [])
    #expect(try Plan.make(desired, Self.live(), options: .pruning).notes == [])
    #expect(try Plan.make(Self.desired(Self.swift), Self.live()).notes == [])
  }

  @Test("once both are live there is nothing left to ask")
  func bothLive() throws {
    var live = Self.live()
    live.services.append(.make("r", Self.radosgw))
    live.endpoints.append(.make("n", on: "r", public: "http://new"))
    #expect(try Plan.make(Self.desired(Self.radosgw), live).notes == [])
  }

  @Test(
    "a type that is nearly a live one may be a slip",
    arguments: [
      ("object_store", "swift"), ("objectstore", "radosgw"), ("Object-Store", "swift"),
      ("object-storee", "swift"), ("obejct-store", "swift"), ("objet-stor", "swift"),
    ]
  )
  func slip(type: String, name: String) throws {
    let key = ServiceKey(type: Name(type), name: Name(name))
    let plan = try Plan.make(Self.desired(key), Self.live())
    let neighbor = LiveNeighbor(Self.swift, url: URLTemplate("http://old"), isDeclared: false)
    #expect(plan.notes == [.nearType(key, neighbor)])
    #expect(plan.needsAgreement)
  }

  @Test(
    "a type with another version, name or meaning is none",
    arguments: [
      ("volume", "cinder", "volumev2", "cinder"), ("volumev2", "cinder", "volumev3", "cinder"),
      ("volume", "cinder", "volumes", "other"), ("ec2", "nova", "s3", "nova"),
      ("orchestration", "heat", "cloudformation", "heat"), ("compute", "nova", "compute", "nova"),
      ("share", "manila", "sharev2", "manila"), ("dns", "designate", "dnt", "designate"),
    ]
  )
  func noSlip(type: String, name: String, liveType: String, liveName: String) throws {
    let key = ServiceKey(type: Name(type), name: Name(name))
    let live = Self.live(ServiceKey(type: Name(liveType), name: Name(liveName)))
    #expect(try Plan.make(Self.desired(key), live).notes == [])
  }

  @Test("a region that differs from a live one by case alone is said, as long as both are there")
  func regions() throws {
    let desired = Self.desired(Self.swift, in: "regionOne")
    let note = PlanNote.regionDiffersOnlyByCase("regionOne", live: "RegionOne")
    var live = Self.live()
    #expect(try Plan.make(desired, live).notes == [note])
    live.endpoints.append(.make("n", on: "s", in: "regionOne", public: "http://new"))
    let plan = try Plan.make(desired, live)
    #expect(plan.isEmpty)
    #expect(plan.notes == [note])
    #expect(!plan.needsAgreement)
    #expect(try Plan.make(desired, live, options: PlanOptions(kinds: [.user])).notes == [])
  }

  @Test("a seed that declares both regions means both")
  func bothRegions() throws {
    var desired = Self.desired(Self.swift, in: "regionOne")
    desired.endpoints.append(.make(Self.swift, in: "RegionOne", public: "http://old"))
    #expect(try Plan.make(desired, Self.live()).notes == [])
  }
}
