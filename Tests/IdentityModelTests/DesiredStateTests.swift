import IdentityModel
import Testing

@Suite("A desired state tells what it declares of a kind")
struct DesiredStateTests {
  private var desired: DesiredState {
    var desired = DesiredState()
    desired.roles = [Role(name: "admin"), Role(name: "member")]
    desired.users = [User(name: "nova")]
    return desired
  }

  @Test("the names are those of the kind alone")
  func names() {
    #expect(desired.names(of: .role) == ["admin", "member"])
    #expect(desired.names(of: .user) == ["nova"])
    #expect(desired.names(of: .tenant).isEmpty)
  }

  @Test("a region is somebody else's where it exists")
  func existingRegions() {
    var desired = desired
    desired.regions = [Region(name: "a"), Region(name: "b")]
    desired.existing = [.region("b"), .role("a")]
    #expect(desired.regionNames == ["a", "b"])
    #expect(desired.existingRegions == ["b"])
  }

  @Test("catalogs show what is not declared to be disabled")
  func shownEndpoints() {
    var desired = desired
    let open = ServiceKey(type: "image", name: "glance")
    let closed = ServiceKey(type: "compute", name: "nova")
    desired.services = [
      Service(type: "image", name: "glance"),
      Service(type: "compute", name: "nova", isShown: false),
    ]
    func endpoint(_ service: ServiceKey, _ region: Name, hiding hidden: Set<EndpointInterface>)
      -> Endpoint
    {
      var endpoint = Endpoint(
        service: service,
        region: region,
        publicURL: URLTemplate("http://p"),
        adminURL: URLTemplate("http://a")
      )
      endpoint.hidden = hidden
      return endpoint
    }
    desired.endpoints = [
      endpoint(open, "r", hiding: []), endpoint(open, "s", hiding: [.admin]),
      endpoint(open, "t", hiding: [.public, .admin]), endpoint(closed, "r", hiding: []),
    ]
    #expect(desired.shownEndpoints.map(\.region) == ["r", "s"])
    #expect(desired.shownEndpoints.map(\.interfaces) == [[.public, .admin], [.public]])
  }

  @Test("a kind of which nothing is declared has none")
  func hasAny() {
    #expect(NamedKind.allCases.filter { desired.hasAny($0) } == [.role, .user])
  }
}
