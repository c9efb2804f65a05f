import IdentityModel
import KeystoneClient
import Testing

@testable import IdentityBackends

@Suite struct V3UnsayableCloudTests {
  /// What `keystone-manage bootstrap` makes.
  private static var bootstrapped: V3UnsayableCloud {
    var cloud = V3UnsayableCloud(domainID: "default")
    cloud.domains = [V3Domain(id: "default", name: "Default", description: "The default domain")]
    cloud.projects = [V3Project(id: "p", name: "admin", domainID: "default", parentID: "default")]
    cloud.users = [V3User(id: "u", name: "admin", domainID: "default")]
    cloud.roles = ["admin", "manager", "member", "reader"].map { V3Role(id: "r-\($0)", name: $0) }
    cloud.implications = [
      V3Implication(priorID: "r-admin", impliedID: "r-manager"),
      V3Implication(priorID: "r-manager", impliedID: "r-member"),
      V3Implication(priorID: "r-member", impliedID: "r-reader"),
    ]
    cloud.grants = [
      V3Grant(.user("u"), .project("p"), roleID: "r-admin"),
      V3Grant(.user("u"), .system, roleID: "r-admin"),
    ]
    return cloud
  }

  private func lines(_ change: (inout V3UnsayableCloud) -> Void) -> [String] {
    var cloud = Self.bootstrapped
    change(&cloud)
    return cloud.objects.map { object in
      "\(object.kind) \(object.name) \(object.reason)" + (object.isDetail ? "." : "")
    }
  }

  @Test func whatBootstrapMakesIsNotMentioned() {
    #expect(lines { _ in } == [])
  }

  @Test func whatASeedDoesNotSayOfItsKindsIsSaid() {
    let lines = lines { cloud in
      cloud.domainRoles = [V3Role(id: "r-own", name: "auditor", domainID: "default")]
      cloud.implications.append(V3Implication(priorID: "r-own", impliedID: "r-reader"))
      cloud.implications.append(V3Implication(priorID: "r-admin", impliedID: "r-reader"))
      cloud.projects.append(
        V3Project(
          id: "q",
          name: "dev",
          domainID: "default",
          parentID: "p",
          tags: ["lab", "a"],
          options: ["immutable": .bool(true), "odd": .bool(true)]
        )
      )
      cloud.users[0].options = ["lock_password": .bool(true)]
    }
    #expect(
      lines == [
        "role auditor belongs to the default domain: a seed has roles of none there",
        "role auditor implies \"reader\".",
        "project dev has options: odd.",
      ]
    )
  }

  static let grants: [(V3Grant, String?)] = [
    (V3Grant(.user("u"), .project("p"), roleID: "r-member"), nil),
    (V3Grant(.user("u"), .system, roleID: "r-reader"), nil),
    (V3Grant(.group("g"), .project("p"), roleID: "r-admin"), "group g has admin in admin"),
    (V3Grant(.user("u"), .domain("default"), roleID: "r-admin"), nil),
    (
      V3Grant(.user("u"), .projectsBelow("gone"), roleID: "r-admin"),
      "user admin has admin in all projects below gone"
    ),
    (V3Grant(.user("u"), .projectsBelow("p"), roleID: "r-admin"), nil),
    (V3Grant(.user("u"), .projectsOfDomain("default"), roleID: "r-admin"), nil),
    (
      V3Grant(.user("u"), .projectsOfDomain("gone"), roleID: "r-admin"),
      "user admin has admin in all projects of the domain gone"
    ),
    (V3Grant(.user("other"), .project("p"), roleID: "r-admin"), "user other has admin in admin"),
    (V3Grant(.user("u"), .project("p"), roleID: "r-gone"), "user admin has r-gone in admin"),
  ]

  @Test(arguments: grants)
  func grantsAreSaidUnlessASeedCanSayThem(_ grant: V3Grant, _ words: String?) {
    let line = words.map { "assignment \($0) is of a kind that v3 alone has" }
    #expect(lines { $0.grants.append(grant) } == [line].compactMap(\.self))
  }
}
