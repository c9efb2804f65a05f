import IdentityModel
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite struct GapGroupTests {
  private static func login(_ user: QualifiedName, _ id: String, url: ExactText) -> LoginCheck {
    let gap = CatalogGap(
      endpoint: CatalogGap.glance.endpoint,
      interfaces: [],
      others: [
        CatalogGap.OtherURL(interface: .public, seen: url, declared: ExactText("http://i/\(id)"))
      ]
    )
    return LoginCheck(
      user: user,
      userID: "u",
      scope: .tenant("t", id: id),
      outcome: .accepted(.empty, gaps: [gap])
    )
  }

  @Test func `catalogs that differ in the tenant's ID alone are one`() {
    let (first, second) = (String(repeating: "1", count: 32), String(repeating: "2", count: 32))
    let logins = [
      Self.login("a", first, url: ExactText("http://x/\(first)")),
      .make(.wrongPassword),
      Self.login("b", second, url: ExactText("http://x/\(second)")),
      Self.login("c", second, url: ExactText("http://y/\(second)")),
    ]
    let groups = GapGroup.of(logins, placeholder: "<ID>")
    #expect(groups.map(\.indices) == [[0, 2], [3]])
    #expect(groups[0].gaps.first?.others.first?.seen == "http://x/<ID>")
    #expect(groups[0].gaps.first?.others.first?.declared == "http://i/<ID>")
    #expect(groups[1].gaps.first?.others.first?.seen == ExactText("http://y/\(second)"))
    #expect(groups.map(\.isSaidOnce) == [true, false])
  }

  @Test func `an ID that is shorter than Keystone's may be something else`() {
    let logins = [Self.login("a", "1", url: "http://1"), Self.login("b", "2", url: "http://2")]
    #expect(GapGroup.of(logins, placeholder: "<ID>").map(\.indices) == [[0], [1]])
  }

  @Test func `several differences of one login are too much for its line`() {
    let logins: [LoginCheck] = [.makeAccepted(gaps: [.glance, .otherURL]), .makeAccepted()]
    #expect(GapGroup.of(logins, placeholder: "<ID>").map(\.isSaidOnce) == [true])
  }
}
