import Testing

@testable import KeystoneClient

@Suite struct PathSegmentTests {
  static let segments = [
    ("2bb326daa1ac4229b282d528672424f1", "2bb326daa1ac4229b282d528672424f1"),
    ("aZ09-._~", "aZ09-._~"),
    ("a b?c#d%e&f=g+h", "a%20b%3Fc%23d%25e%26f%3Dg%2Bh"),
    ("é", "%C3%A9"),
    ("...", "..."),
    ("a:b\n", "a%3Ab%0A"),
  ]

  @Test(arguments: segments)
  func encodesAllButUnreservedCharacters(_ segment: String, _ encoded: String) throws {
    #expect(try PathSegment.encoding(segment) == encoded)
  }

  @Test(arguments: ["", ".", "..", "a/b"])
  func refusesWhatWouldBeAnotherPath(_ segment: String) {
    #expect(throws: KeystoneError(.unusableID(segment))) { try PathSegment.encoding(segment) }
  }
}
