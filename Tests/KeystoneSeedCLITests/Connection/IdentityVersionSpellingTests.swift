import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

@Suite struct IdentityVersionSpellingTests {
  @Test(
    arguments: [
      ("2", .v2), ("2.0", .v2), ("v2", .v2), ("V2.0", .v2), ("3", .v3), ("3.0", .v3), ("v3", .v3),
      ("v3.14", .v3), ("4", nil), ("2.1", nil), ("", nil), ("v", nil), ("3.", nil), ("3.x", nil),
      ("3.1.4", nil), ("-3", nil), ("three", nil), ("3 ", nil),
    ] as [(String, IdentityVersion?)]
  )
  func versionHasSeveralSpellings(word: String, version: IdentityVersion?) {
    #expect(IdentityVersion(spelled: word) == version)
  }

  @Test(
    arguments: [
      ("v2.0", .v2), ("V2", .v2), ("v3", .v3), ("v3.14", nil), ("2.0", nil), ("", nil),
    ] as [(Substring, IdentityVersion?)]
  )
  func versionOfAPathIsOneSegment(segment: Substring, version: IdentityVersion?) {
    #expect(IdentityVersion(segment: segment) == version)
  }
}
