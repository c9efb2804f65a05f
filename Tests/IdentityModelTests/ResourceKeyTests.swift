import IdentityModel
import Testing

@Suite("A key says which object is meant")
struct ResourceKeyTests {
  static let nova = ServiceKey(type: "compute", name: "nova")

  @Test(
    "it shows as a plan shows it",
    arguments: [
      (ResourceKey.region("place"), "place"),
      (.role("admin"), "admin"),
      (.tenant("acme"), "acme"),
      (.user("ann"), "ann"),
      (
        .assignment(RoleAssignment(user: "ann", tenant: "acme", role: "admin")),
        "ann has admin in acme"
      ),
      (.service(nova), "compute/nova"),
      (.endpoint(EndpointKey(service: nova, region: "RegionOne")), "compute/nova in RegionOne"),
    ]
  )
  func description(key: ResourceKey, text: String) {
    #expect(key.description == text)
  }

  @Test("the same name in two kinds makes two keys")
  func kindsDiffer() {
    let keys: Set<ResourceKey> = [
      .region("admin"), .role("admin"), .tenant("admin"), .user("admin"),
    ]
    #expect(keys.count == 4)
    #expect(Set(keys.map(\.kind)) == [.region, .role, .tenant, .user])
  }

  @Test("the kinds that are told by one name get another one, and they alone")
  func named() {
    for kind in NamedKind.allCases {
      let key = ResourceKey.named(kind, "a")
      #expect(key.uniqueName == "a")
      #expect(key.named("b") == .named(kind, "b"))
    }
    let service = ResourceKey.service(Self.nova)
    #expect(service.uniqueName == nil)
    #expect(service.named("b") == service)
  }
}
