import ArgumentParser
import Testing

@testable import KeystoneSeedCLI

struct PasswordOptionsTests {
  @Test func bothAtOnceAreWrongUsage() throws {
    #expect(try PasswordOptions.parse([]).areChecked)
    #expect(try PasswordOptions.parse(["--verify-passwords"]).areChecked)
    #expect(try !PasswordOptions.parse(["--no-verify-passwords"]).areChecked)
    #expect(throws: (any Error).self) {
      try PasswordOptions.parse(["--no-verify-passwords", "--verify-passwords"])
    }
  }
}
