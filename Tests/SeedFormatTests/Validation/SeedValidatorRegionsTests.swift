import IdentityModel
import Testing

@testable import SeedFormat

/// What the seed says of regions beside their base URLs.
@Suite struct SeedValidatorRegionsTests {
  private static let seed = """
    regions:
      emea: {description: Europe and others}
      bay: {description: Main site, parent: emea, public: 'http://bay'}
      hill: {parent: emea}
    services:
      keystone: {type: identity, endpoints: ':5000'}
    """

  @Test func `regions have a description and a parent`() throws {
    let reading = Seed.load(Self.seed)
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    let desired = try #require(reading.desired)
    #expect(
      desired.regions == [
        Region(name: "emea", description: "Europe and others"),
        Region(name: "bay", description: "Main site", parent: "emea"),
        Region(name: "hill", parent: "emea"),
      ]
    )
    #expect(desired.endpoints.map(\.region) == ["bay"], "the others have no base URL")
  }

  @Test func `v2.0 has neither`() {
    let words = Seed.load(Self.seed).overVersion2.diagnostics.map(\.description)
    #expect(
      words == [
        "seed.yaml:2:23: error: v2.0 has no description of a region, v3 has"
          + " (leave it out where v2.0 is spoken)",
        "seed.yaml:3:22: error: v2.0 has no description of a region, v3 has"
          + " (leave it out where v2.0 is spoken)",
        "seed.yaml:3:41: error: v2.0 has no region that is a part of another one, v3 has"
          + " (leave parent out where v2.0 is spoken)",
        "seed.yaml:4:18: error: v2.0 has no region that is a part of another one, v3 has"
          + " (leave parent out where v2.0 is spoken)",
      ]
    )
  }

  @Test(
    arguments: [
      ("{r: {parent: emae}, emea: }", "seed.yaml:1:23: error: no region is called \"emae\""),
      (
        "{'a/b': , c: }",
        "seed.yaml:1:11: warning: no request of v3 can name a region with a slash in its name"
      ),
      ("{r: {parent: r}}", "seed.yaml:1:23: error: a region can't be below itself: r, below r"),
      (
        "{a: {parent: b}, b: {parent: c}, c: {parent: b}}",
        "seed.yaml:1:39: error: a region can't be below itself: b, below c, below b"
      ),
      (
        "{r: {exists: true, description: d}}",
        "seed.yaml:1:29: error: \"description\" can't stand beside exists"
      ),
    ]
  ) func `a parent is another region of the seed`(regions: String, message: String) {
    let found = Seed.load("regions: \(regions)\nroles: [admin]").diagnostics.map(\.description)
    #expect(found.contains { $0.hasPrefix(message) }, "\(found)")
  }

  @Test func `a region that is described is enough of a seed, and one that is not is none`() {
    #expect(Seed.load("regions: {r: {description: d}}").desired != nil)
    #expect(Seed.load("regions: {r: }").desired == nil)
  }

  @Test func `what two files say of one region is joined`() {
    func read(_ texts: String...) -> SeedReading {
      Seed.load(
        texts.enumerated().map {
          SeedText(name: "\($0).yaml", directory: "/", bytes: Array($1.utf8))
        }
      )
    }
    let joined = read("regions: {p: , r: {description: d}}", "regions: {r: {parent: p}}")
    #expect(
      joined.desired?.regions == [
        Region(name: "p"), Region(name: "r", description: "d", parent: "p"),
      ]
    )
    let differing = read("regions: {r: {description: d}}", "regions: {r: {description: e}}")
    #expect(
      differing.diagnostics.map(\.description).contains {
        $0.contains("region \"r\" has another description")
      }
    )
  }
}
