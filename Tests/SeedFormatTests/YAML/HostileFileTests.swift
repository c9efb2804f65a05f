import Testing

@testable import SeedFormat

/// Files that no editor makes.
struct HostileFileTests {
  private static func lines(_ bytes: [UInt8]) -> [String] {
    Seed.load(bytes, file: "seed.yaml", directory: "/").diagnostics.map { "\($0)" }
  }

  @Test("a file beyond the limit is refused before it is looked at")
  func tooLong() {
    let bytes = Array("roles: [".utf8) + [UInt8](repeating: 0x61, count: 256 << 20)
    #expect(Self.lines(bytes) == ["seed.yaml:1:1: error: the file is longer than 256 MiB"])
  }

  @Test("a scalar as long as a file may be is a name that is too long")
  func longScalar() {
    let name = String(repeating: "a", count: 8 << 20)
    let lines = Self.lines(Array("roles: [\(name)]\n".utf8))
    #expect(lines.count == 1)
    #expect(lines.allSatisfy { $0.utf8.count < 2_000 })
  }

  @Test(
    "a NUL, UTF-16 and broken UTF-8 are each named for what they are",
    arguments: [
      ([0x61, 0x00] + Array("roles".utf8), "UTF-16"),
      ([0xFF, 0xFE, 0x61, 0x00], "UTF-16"),
      ([0xFE, 0xFF, 0x00, 0x61], "UTF-16"),
      (Array("roles: [a\0b]".utf8), "NUL byte"),
      (Array("roles: [".utf8) + [0xC3, 0x28], "UTF-8"),
      ([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF], "seed"),
    ]
  )
  func encodings(_ bytes: [UInt8], word: String) {
    let lines = Self.lines(bytes)
    #expect(lines.count == 1)
    #expect(lines.allSatisfy { $0.contains(word) }, "\(lines)")
  }

  @Test("lines may end as on any system", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(_ end: String) {
    let seed = ["roles: [admin]", "tenants:", "  acme: {}", ""].joined(separator: end)
    #expect(Self.lines(Array(seed.utf8)).isEmpty)
  }

  @Test(
    "deep nesting is refused, whatever it is made of",
    arguments: ["[", "{", "{a: ", "[{a: ", "- ", "? ", "a:\n", "- - - "]
  )
  func nesting(_ opening: String) {
    let seed = "roles:\n  " + String(repeating: opening, count: 200_000)
    #expect(!Self.lines(Array(seed.utf8)).isEmpty)
  }
}
