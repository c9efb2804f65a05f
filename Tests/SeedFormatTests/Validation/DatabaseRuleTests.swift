import Testing

@testable import SeedFormat

@Suite("What a Keystone on MySQL cannot store")
struct DatabaseRuleTests {
  private static let long = String(repeating: "d", count: 65_536)

  @Test(
    "is warned of",
    arguments: [
      "roles: [\"a\u{10000}\"]",
      "services: {a: {type: \"t\u{1F600}\"}}",
      "services: {a: {type: t, description: \(long)}}",
      "tenants: {a: {description: \"\u{1F600}\"}}",
    ]
  )
  func warned(seed: String) {
    let lines = Seed.lines(of: seed)
    #expect(lines.count == 1)
    #expect(lines.allSatisfy { $0.contains(": warning: ") && $0.contains("MySQL") })
  }

  @Test(
    "is no shorter and no more than that",
    arguments: [
      "roles: [\"a\u{FFFD}\"]",
      "services: {\"\u{1F600}\": {type: t, description: \(long.dropLast())}}",
    ]
  )
  func silent(seed: String) {
    #expect(Seed.lines(of: seed) == [])
  }
}
