import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite struct Version3OfferTests {
  @Test(
    "a list of v3's asked for over v2.0 says how v3 is asked for",
    arguments: [
      ["region-list"], ["domain-list"], ["group-list"], ["assignment-list"],
      ["user-list", "--long"],
      ["project-list", "--domain", "heat"],
      ["role-list", "--domain", "heat"], ["service-list", "--long"],
    ]
  )
  func beside(arguments: [String]) async throws {
    try await withLab { lab in
      let run = await lab.run(arguments)
      #expect(run.status == .failure)
      #expect(run.output.isEmpty)
      let what = arguments.first { $0.hasPrefix("--") } ?? arguments[0]
      #expect(
        run.error.hasPrefix(
          "error: \(what) needs version 3 of the Identity API, and version 2.0 is spoken\n"
        )
      )
      #expect(run.error.contains("--os-identity-api-version 3"))
    }
  }
}
