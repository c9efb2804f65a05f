import SeedFormat
import Testing

@testable import KeystoneSeedCLI

struct DiagnosticsDocumentTests {
  private func text(_ seed: String, overrides: [(String, String)] = []) throws -> String {
    let reading = Seed.load(
      seed,
      file: "seed.yaml",
      directory: "/nowhere",
      overrides: overrides,
      environment: [:]
    )
    return try JSONText.of(DiagnosticsDocument(reading))
  }

  @Test func validSeedHasNone() throws {
    #expect(
      try text("roles: [admin]") == """
        {
          "diagnostics" : [

          ],
          "valid" : true
        }

        """
    )
  }

  @Test func mistakeHasItsPlaceAndItsHint() throws {
    #expect(
      try text("roles: [Member]\nusers: {u: {roles: {t: [member]}}}\ntenants: {t: }\n") == """
        {
          "diagnostics" : [
            {
              "column" : 25,
              "file" : "seed.yaml",
              "hint" : "did you mean \\"Member\\"?",
              "line" : 2,
              "message" : "no role is called \\"member\\"",
              "severity" : "error"
            }
          ],
          "valid" : false
        }

        """
    )
  }

  @Test func optionIsToBlameWithoutAPlace() throws {
    let text = try text("roles: [admin]", overrides: [("name", "value")])
    #expect(text.contains("\"file\" : \"--set name\""))
    #expect(!text.contains("\"line\""))
  }
}
