import IdentityModel
import Testing

@testable import Convergence

@Suite("What is to be renamed has its new name in the lists")
struct LiveListsRenamesTests {
  private static func lists() -> LiveLists {
    var lists = LiveLists()
    lists.live.roles = [Live(id: "r", Role(name: "leader"))]
    lists.live.tenants = [Live(id: "1", Tenant(name: "lab")), Live(id: "2", Tenant(name: "other"))]
    lists.users = [UserRow(id: "u", user: User(name: "ana", email: "a@b"), tenantID: "1")]
    lists.live.services = [
      Live(id: "s", Service(type: "volumev3", name: "cinderv3", description: "d"))
    ]
    return lists
  }

  private static let old = ResourceKey.service(ServiceKey(type: "volumev3", name: "cinderv3"))
  private static let new = ResourceKey.service(ServiceKey(type: "block-storage", name: "cinder"))

  @Test("each kind by itself, and the rest of a row stays")
  func renamed() {
    let former: [ResourceKey: ResourceKey] = [
      .role("lead"): .role("leader"), .tenant("photonics"): .tenant("lab"),
      .user("anna"): .user("ana"), Self.new: Self.old, .tenant("none"): .tenant("nobody"),
    ]
    var lists = Self.lists()
    lists.rename(former)
    #expect(lists.live.roles.map(\.value.name) == ["lead"])
    #expect(lists.live.tenants.map(\.value.name) == ["photonics", "other"])
    #expect(lists.users.map(\.user) == [User(name: "anna", email: "a@b")])
    #expect(lists.users.map(\.tenantID) == ["1"])
    #expect(
      lists.live.services.map(\.value)
        == [Service(type: "block-storage", name: "cinder", description: "d")]
    )
    var done = former
    done[.tenant("none")] = nil
    #expect(lists.live.renamed == done)
  }

  @Test("what is below one says so by the new name")
  func parents() {
    var lists = Self.lists()
    lists.live.tenants.append(Live(id: "3", Tenant(name: "part", parent: "lab")))
    let other = Tenant(name: QualifiedName("part", of: "corp"), parent: "lab")
    lists.live.tenants.append(Live(id: "4", other))
    lists.live.regions = [Live(id: "bay", Region(name: "bay", parent: "lab"))]
    lists.rename([.tenant("photonics"): .tenant("lab")])
    #expect(lists.live.tenants.map(\.value.parent) == [nil, nil, "photonics", "lab"])
    #expect(lists.live.regions.map(\.value.parent) == ["lab"])
    lists.reparent([.region("lab"): .region("Lab")])
    #expect(lists.live.regions.map(\.value.parent) == ["Lab"])
  }

  @Test("nothing where the new name is there, or the old one is there twice")
  func left() {
    var lists = Self.lists()
    lists.rename([.tenant("other"): .tenant("lab")])
    #expect(lists.live.tenants.map(\.value.name) == ["lab", "other"])
    lists.live.tenants.append(Live(id: "3", Tenant(name: "lab")))
    lists.rename([.tenant("new"): .tenant("lab")])
    #expect(lists.live.tenants.map(\.value.name) == ["lab", "other", "lab"])
    #expect(lists.live.renamed.isEmpty)
  }
}
