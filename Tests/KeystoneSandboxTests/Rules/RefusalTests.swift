import Testing

@testable import KeystoneSandbox

@Suite struct RefusalTests {
  @Test func documentIsKeystonesEnvelope() {
    #expect(
      Refusal.unknown("user", "x").document == [
        "error": [
          "code": .number("404"), "title": "Not Found", "message": "Could not find user: x.",
        ]
      ]
    )
  }

  @Test(arguments: [
    (Refusal.badRequest("x"), 400), (.unauthorized(), 401), (.notAllowed(action: "x"), 403),
    (.notFound("x"), 404), (.conflict("user", "x"), 409), (.unexpected, 500),
    (.noRolesWithoutTenant, 501),
  ])
  func statusIsTheOneOfTheTitle(refusal: Refusal, status: Int) {
    #expect(refusal.status == status)
    #expect(!refusal.title.isEmpty)
  }
}
