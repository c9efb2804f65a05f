import KeystoneClient
import Testing

@Suite struct RefusalTests {
  static let routes = [
    ("(http://h/v2.0/nope): The resource could not be found.", true),
    (
      "The requested URL was not found on the server. If you entered the URL manually please check "
        + "your spelling and try again.", true
    ),
    ("Could not find project: nosuch.", false),
    ("Could not find user, nosuch.", false),
    ("", false),
  ]

  @Test(arguments: routes)
  func tellsAnUnknownRouteFromAnUnknownObject(_ message: String, _ isRoute: Bool) {
    let refusal = Refusal(status: 404, message: message)
    #expect(refusal.isUnknownRoute == isRoute)
    #expect(KeystoneError(.refused(refusal)).isNotFound == !isRoute)
    #expect(!Refusal(status: 400, message: message).isUnknownRoute)
    #expect(!Refusal(status: 404, speaker: .other, message: message).isUnknownRoute)
  }
}
