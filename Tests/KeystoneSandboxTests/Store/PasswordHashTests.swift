import Testing

@testable import KeystoneSandbox

@Suite struct PasswordHashTests {
  @Test(arguments: ["", "secret", "pässwörd-東", String(repeating: "x", count: 5000)])
  func passwordMatchesItself(password: String) throws {
    let hash = try PasswordHash(of: password)
    #expect(hash.matches(password))
    #expect(!hash.matches("y" + password))
  }

  @Test func onlyTheFirst72BytesCount() throws {
    let hash = try PasswordHash(of: String(repeating: "x", count: 72) + "a")
    #expect(hash.matches(String(repeating: "x", count: 72) + "b"))
    #expect(!hash.matches(String(repeating: "x", count: 71)))
  }

  @Test func equalPasswordsHaveDifferentHashes() throws {
    #expect(try PasswordHash(of: "a").encoded != PasswordHash(of: "a").encoded)
  }

  @Test func passwordWithANulCanNotBeHashedNorMatched() throws {
    #expect(throws: PasswordHash.Unhashable.self) { try PasswordHash(of: "a\0b") }
    #expect(!(try PasswordHash(of: "a")).matches("a\0b"))
  }

  @Test func hashShowsNowhere() throws {
    let hash = try PasswordHash(of: "a")
    #expect("\(hash)" == "(sensitive)")
    #expect(String(reflecting: hash) == "(sensitive)")
    #expect(Mirror(reflecting: hash).children.isEmpty)
  }
}
