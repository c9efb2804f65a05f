import IdentityModel
import Testing

@testable import SeedFormat

/// The variables of regions in endpoints that stand in every one.
@Suite struct SeedDocumentRegionsTests {
  @Test func `a variable of a region is another text in each`() throws {
    let seed = """
      variables: {scheme: https, zone: nowhere}
      regions:
        one: {variables: {zone: "one.${tld}", tld: example}, internal: "http://int.${zone}"}
        two: {variables: {zone: two.example}, public: "${scheme}://${zone}"}
        three: {public: "http://${zone}"}
      services:
        nova: {type: compute, endpoints: {public: "${scheme}://nova.${zone}/v2.1", admin: "http://a"}}
        glance: {type: image, endpoints: "http://${zone}:9292"}
        heat: {type: orchestration, endpoints: {one: {internal: ":8004", public: ["http://${zone}"]}}}
      """
    let reading = Seed.load(seed)
    #expect(reading.diagnostics.map(\.description) == [])
    #expect(
      reading.desired?.endpoints.map {
        "\($0.region) \($0.publicURL?.text ?? "-") \($0.internalURL?.text ?? "-")"
      }
        == [
          "one https://nova.one.example/v2.1 -", "two https://nova.two.example/v2.1 -",
          "three https://nova.nowhere/v2.1 -",
          "one http://one.example:9292 http://one.example:9292",
          "two http://two.example:9292 http://two.example:9292",
          "three http://nowhere:9292 http://nowhere:9292",
          "one http://one.example http://int.one.example:8004",
        ]
    )
    #expect(reading.overVersion2.diagnostics.isEmpty)
  }

  @Test func `what is wrong with a variable of a region is told where it stands`() {
    #expect(
      Seed.lines(
        of: """
          regions:
            one: {variables: {zone: a, spare: b, "x y": c}}
            two:
          services: {nova: {type: compute, endpoints: "https://${zone}"}}
          """
      ) == [
        "seed.yaml:2:40: error: \"x y\" can't name a variable (use letters, digits, _, - and .)",
        "seed.yaml:4:45: error: no variable is called \"zone\"",
      ]
    )
    #expect(
      Seed.lines(of: "regions: {one: {variables: {zone: a}}}\nroles: [x]") == [
        "seed.yaml:1:29: warning: nothing uses the variable \"zone\" of region \"one\""
      ]
    )
    #expect(
      Seed.lines(
        of: "regions: {e: {exists: true, variables: {z: a}}}\n"
          + "services: {nova: {type: compute, endpoints: 'https://${z}'}}"
      ) == [
        "seed.yaml:2:45: error: these endpoints need a region: one that exists has to be named, or have"
          + " a base URL"
      ]
    )
    let overridden = Seed.load(
      "regions: {one: {variables: {zone: a}, public: 'http://${zone}'}}\nroles: [x]",
      file: "seed.yaml",
      directory: "/",
      overrides: [(name: "zone", value: "b")]
    )
    #expect(
      overridden.diagnostics.map(\.description) == [
        "--set zone: error: \"zone\" is a variable of regions, each of which has its own value"
      ]
    )
  }
}
