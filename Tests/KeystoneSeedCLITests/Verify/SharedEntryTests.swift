import IdentityModel
import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

@Suite struct SharedEntryTests {
  private func live(_ endpoints: LiveEndpoint..., hidden: Bool = false) -> LiveState {
    var live = LiveState()
    live.services = [
      Live(id: "s1", Service(type: "image", name: "glance")),
      Live(id: "s2", Service(type: "image", name: "glance2", isShown: !hidden)),
      Live(id: "s3", Service(type: "compute", name: "nova")),
    ]
    live.endpoints = endpoints
    return live
  }

  private func row(
    _ id: String,
    on serviceID: String = "s1",
    _ publicURL: String,
    _ internalURL: String? = nil,
    isShown: Bool = true
  ) -> LiveEndpoint {
    LiveEndpoint(
      id: id,
      serviceID: serviceID,
      region: "R",
      publicURL: URLTemplate(publicURL),
      internalURL: internalURL.map { URLTemplate($0) },
      isShown: isShown
    )
  }

  private func view(_ publicURL: String, _ internalURL: String? = nil) -> CatalogView {
    let endpoint = CatalogEndpoint(region: "R", publicURL: publicURL, internalURL: internalURL)
    let entry = CatalogEntry(type: "image", name: "glance", endpoints: [endpoint])
    return CatalogView(catalog: EffectiveCatalog([entry]), tenantID: "T", userID: "U")
  }

  @Test func `rows of different types, regions or none that is shown share nothing`() {
    let found = SharedEntry.find(
      in: live(
        row("e1", "http://a"),
        row("e2", on: "s3", "http://a"),
        row("e3", on: "gone", "http://a"),
        row("e4", on: "s2", "http://a"),
        row("e5", "http://a", isShown: false),
        hidden: true
      ),
      seenIn: []
    )
    #expect(found == [])
  }

  @Test func `two rows of one type and region share an entry, of one service or of two`() {
    let found = SharedEntry.find(
      in: live(row("e2", on: "s2", "http://b"), row("e1", "http://a")),
      seenIn: []
    )
    #expect(found.map(\.rows) == [["e1", "e2"]])
    #expect(found.map(\.services) == [["e1": "glance", "e2": "glance2"]])
    #expect(found.map(\.isMixed) == [false])
  }

  @Test func `interfaces that no single row has are mixed`() {
    let live = live(row("e1", "http://a/$(tenant_id)s", "http://i"), row("e2", "http://b"))
    let mixed = SharedEntry.find(in: live, seenIn: [view("http://b", "http://i")])
    #expect(mixed.map(\.isMixed) == [true])
    #expect(mixed.map(\.sources) == [[.public: ["e2"], .internal: ["e1"]]])
    let whole = SharedEntry.find(in: live, seenIn: [view("http://a/T", "http://i")])
    #expect(whole.map(\.isMixed) == [false])
  }

  private func row(
    _ id: String,
    _ interface: EndpointInterface,
    on serviceID: String = "s1"
  ) -> LiveEndpoint {
    LiveEndpoint(
      id: id,
      serviceID: serviceID,
      region: "R",
      interface: interface,
      url: URLTemplate("http://\(id)")
    )
  }

  @Test func `a row for each interface is one endpoint, and shares nothing`() {
    let live = live(row("e1", .public), row("e2", .internal), row("e3", .admin))
    #expect(SharedEntry.find(in: live, seenIn: []) == [])
  }

  @Test func `rows of one interface are all listed, of one service or of two`() {
    let live = live(
      row("e3", .public, on: "s2"),
      row("e1", .public),
      row("e2", .internal),
      row("e4", .admin),
      row("e5", .admin)
    )
    let found = SharedEntry.find(in: live, seenIn: [])
    #expect(found.map(\.display) == [.listed])
    #expect(found.map(\.rows) == [["e1", "e3", "e4", "e5"]])
    #expect(found.map(\.sources) == [[.public: ["e1", "e3"], .admin: ["e4", "e5"]]])
    #expect(found.map(\.isMixed) == [false])
  }
}
