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

  @Test("a kind of which nothing is declared has none")
  func hasAny() {
    #expect(NamedKind.allCases.filter { desired.hasAny($0) } == [.role, .user])
  }
}
