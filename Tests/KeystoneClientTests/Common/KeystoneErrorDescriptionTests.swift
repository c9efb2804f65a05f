import KeystoneClient
import Testing

@Suite struct KeystoneErrorDescriptionTests {
  static let request = RequestSummary(method: .post, path: "/v2.0/users", server: "http://h:35357")

  static let descriptions: [(KeystoneError, String)] = [
    (
      KeystoneError(
        .refused(Refusal(status: 409, title: "Conflict", message: "Duplicate entry")),
        of: request
      ),
      "POST http://h:35357/v2.0/users: 409 Conflict: Duplicate entry"
    ),
    (
      KeystoneError(.refused(Refusal(status: 502, speaker: .html)), of: request),
      "POST http://h:35357/v2.0/users: 502 with an HTML page"
    ),
    (
      KeystoneError(.refused(Refusal(status: 404, speaker: .xml)), of: request),
      "POST http://h:35357/v2.0/users: 404 with an XML document"
    ),
    (
      KeystoneError(.unreadable(.xml, status: 200), of: request),
      "POST http://h:35357/v2.0/users: the answer (200) is an XML document"
    ),
    (
      KeystoneError(.refused(Refusal(status: 503, speaker: .nobody)), of: request),
      "POST http://h:35357/v2.0/users: 503 with an empty body"
    ),
    (
      KeystoneError(.unreadable(.truncatedJSON, status: 200), of: request),
      "POST http://h:35357/v2.0/users: the answer (200) is cut off"
    ),
    (
      KeystoneError(.redirected(to: "https://h", status: 302), of: request),
      "POST http://h:35357/v2.0/users: the answer (302) redirects to https://h"
    ),
    (
      KeystoneError(.severalAdminURLs(regions: ["r1", "r2"])),
      "the catalog has identity admin URLs in several regions: r1, r2"
    ),
    (KeystoneError(.unusableID("")), #"no object can have the ID """#),
  ]

  @Test(arguments: descriptions)
  func isOneLine(_ error: KeystoneError, _ description: String) {
    #expect(error.description == description)
  }
}
