import IdentityModel
import Testing

struct LiveInterfaceTests {
  private static func row(
    _ interface: Field,
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
      Self.row(.publicURL, "http://p"), Self.row(.internalURL, "http://i", isShown: false),
    ])
    #expect(live.endpoints.map(\.hiddenInterfaces) == [[.internalURL]])
    #expect(live.strayInterfaces == [])
  }

  @Test func oneOfSeveralThatAreAlikeIsEnough() {
    let live = Self.live([
      Self.row(.publicURL, "http://p", isShown: false), Self.row(.publicURL, "http://p"),
    ])
    #expect(live.endpoints.map(\.hiddenInterfaces) == [[]])
  }

  @Test func whatNoEndpointListsIsAStray() {
    let strays = [
      Self.row(.internalURL, "http://other"), Self.row(.adminURL, "http://i"),
      Self.row(.internalURL, "http://i", on: "t"), Self.row(.internalURL, "http://i", in: nil),
    ]
    let live = Self.live(strays)
    #expect(live.strayInterfaces == strays)
    #expect(live.endpoints.map(\.hiddenInterfaces) == [[]])
  }
}
