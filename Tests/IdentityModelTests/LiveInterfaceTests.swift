import IdentityModel
import Testing

struct LiveInterfaceTests {
  private static func row(
    _ interface: EndpointInterface,
    _ url: String,
    on serviceID: String = "s",
    in region: Name? = "R",
    isShown: Bool = true
  ) -> LiveInterface {
    LiveInterface(
      id: "\(interface) \(url)",
      serviceID: serviceID,
      region: region,
      interface: interface,
      url: URLTemplate(url),
      isShown: isShown
    )
  }

  private static func live(_ interfaces: [LiveInterface]) -> LiveState {
    var live = LiveState()
    live.endpoints = [
      LiveEndpoint(
        id: "e",
        serviceID: "s",
        region: "R",
        publicURL: URLTemplate("http://p"),
        internalURL: URLTemplate("http://i")
      )
    ]
    live.take(interfaces)
    return live
  }

  @Test func oneThatIsDisabledAloneIsHiddenOfItsEndpoint() {
    let live = Self.live([
      Self.row(.public, "http://p"), Self.row(.internal, "http://i", isShown: false),
    ])
    #expect(live.endpoints.map { Set($0.hiddenRows.keys) } == [[.internal]])
    #expect(live.strayInterfaces == [])
  }

  @Test func oneOfSeveralThatAreAlikeIsEnough() {
    let live = Self.live([
      Self.row(.public, "http://p", isShown: false), Self.row(.public, "http://p"),
    ])
    #expect(live.endpoints.map(\.hiddenRows) == [[:]])
  }

  @Test func whatNoEndpointListsIsAStray() {
    let strays = [
      Self.row(.internal, "http://other"), Self.row(.admin, "http://i"),
      Self.row(.internal, "http://i", on: "t"), Self.row(.internal, "http://i", in: nil),
    ]
    let live = Self.live(strays)
    #expect(live.strayInterfaces == strays)
    #expect(live.endpoints.map(\.hiddenRows) == [[:]])
  }
}
