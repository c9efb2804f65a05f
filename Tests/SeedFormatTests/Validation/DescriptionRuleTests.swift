import IdentityModel
import Testing

@testable import SeedFormat

/// What the seed says of what things are.
@Suite struct DescriptionRuleTests {
  private static let seed = """
    roles: {admin: , observer: {description: Sees all}}
    users: {nova: {description: Compute, email: n@x}}
    """

  @Test func `roles and users have descriptions over v3, and none over v2.0`() throws {
    let reading = Seed.load(Self.seed)
    let desired = try #require(reading.desired)
    #expect(
      desired.roles == [Role(name: "admin"), Role(name: "observer", description: "Sees all")]
    )
    #expect(desired.users == [User(name: "nova", description: "Compute", email: "n@x")])
    #expect(
      reading.overVersion2.diagnostics.map(\.message) == [
        "v2.0 has no description of a role, v3 has", "v2.0 has no description of a user, v3 has",
      ]
    )
    let written = SeedWriter(desired, passwordVariables: [:]).text
    #expect(written.hasPrefix("roles:\n  admin:\n  observer:\n    description: Sees all\n"))
    #expect(Seed.load(written).desired == desired)
  }

  @Test(arguments: [
    ("roles: {r: {description: TEXT}}", 255, true),
    ("regions: {r: {description: TEXT}}", 255, true),
    ("tenants: {t: {description: TEXT}}", 65_535, true),
    ("users: {u: {description: TEXT}}", 65_535, false),
  ]) func `MySQL keeps so much of each`(seed: String, limit: Int, isLimited: Bool) {
    func lines(_ count: Int) -> [String] {
      Seed.lines(of: seed.replacing("TEXT", with: String(repeating: "x", count: count)))
    }
    #expect(!lines(limit).contains { $0.contains("a Keystone on MySQL stores") })
    #expect(
      lines(limit + 1).contains { $0.contains("a Keystone on MySQL stores \(limit)") } == isLimited
    )
  }
}
