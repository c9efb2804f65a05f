import IdentityModel
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite struct CatalogGroupTests {
  private static let ids = ["a", "b"].map { String(repeating: $0, count: 32) }

  private static func login(_ user: QualifiedName, in tenant: Int, id: String, _ url: String)
    -> LoginCheck
  {
    let entry = EffectiveCatalog.Entry(
      type: "compute",
      name: "nova",
      region: "R",
      urls: [.public: ExactText(url)]
    )
    return LoginCheck(
      user: user,
      userID: "u",
      scope: .tenant(QualifiedName("t\(tenant)"), id: id),
      outcome: .accepted(EffectiveCatalog([entry], by: .type), gaps: [])
    )
  }

  private static func groups(_ logins: [LoginCheck]) -> [[QualifiedName]] {
    CatalogGroup.of(logins, placeholder: "<ID>").map { $0.viewers.map(\.user) }
  }

  @Test func `catalogs that differ in the tenant's ID alone are one`() {
    let logins = (0...1).map { index in
      Self.login(
        QualifiedName("u\(index)"),
        in: index,
        id: Self.ids[index],
        "http://h/v2/AUTH_\(Self.ids[index])"
      )
    }
    let groups = CatalogGroup.of(logins, placeholder: "<ID>")
    #expect(groups.map { $0.viewers.map(\.user) } == [["u0", "u1"]])
    #expect(
      groups.first?.catalog.urls(of: "compute", in: "R") == [.public: "http://h/v2/AUTH_<ID>"]
    )
  }

  @Test func `users of one tenant see its ID`() {
    let url = "http://h/\(Self.ids[0])"
    let logins = (["x", "y"] as [QualifiedName]).map { Self.login($0, in: 0, id: Self.ids[0], url) }
    let groups = CatalogGroup.of(logins, placeholder: "<ID>")
    #expect(groups.map { $0.viewers.map(\.user) } == [["x", "y"]])
    #expect(groups.first?.catalog.urls(of: "compute", in: "R") == [.public: ExactText(url)])
  }

  @Test func `another tenant's ID, or another URL, is a difference`() {
    let own = Self.login("x", in: 0, id: Self.ids[0], "http://h/\(Self.ids[0])")
    let foreign = Self.login("y", in: 1, id: Self.ids[1], "http://h/\(Self.ids[0])")
    let other = Self.login("z", in: 1, id: Self.ids[1], "http://i/\(Self.ids[1])")
    #expect(Self.groups([own, foreign, other]) == [["x"], ["y"], ["z"]])
  }

  @Test func `an ID that may be something else stands for itself`() {
    let logins = ["1", "2"].map { Self.login("x", in: 1, id: $0, "http://h:\($0)") }
    #expect(Self.groups(logins) == [["x"], ["x"]])
  }
}
