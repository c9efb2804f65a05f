import ArgumentParser
import Testing

@testable import KeystoneSeedCLI

@Suite struct OutputOptionsTests {
  @Test(arguments: [
    ([], OutputFormat.text), (["--output", "text"], .text), (["--output=json"], .json),
    (["--output", "markdown"], .markdown),
  ])
  func formatIsTextUnlessJSONIsAskedFor(arguments: [String], format: OutputFormat) throws {
    #expect(try OutputOptions.parse(arguments).output == format)
  }

  @Test func otherFormatsAreRefused() {
    #expect(throws: (any Error).self) { try OutputOptions.parse(["--output", "yaml"]) }
  }
}
