import IdentityModel
import Testing

@testable import SeedFormat

@Suite struct LimitsWriterTests {
  private static let nova = ServiceKey(type: "compute", name: "nova")

  private static func key(_ region: Name, _ resource: Name = "servers") -> LimitKey {
    LimitKey(service: nova, region: region, resource: resource)
  }

  /// The limits of nova that is reached in some regions, as they are written.
  private static func written(_ limits: [Limit], in regions: Name...) -> String? {
    var desired = DesiredState()
    desired.services = [Service(type: "compute", name: "nova")]
    desired.endpoints = regions.map {
      Endpoint(service: nova, region: $0, publicURL: URLTemplate("http://h"))
    }
    desired.limits = limits
    return LimitsWriter(desired).value(of: nova)?.source(depth: 0)
  }

  @Test func `the same numbers in each region of the endpoints are written once`() {
    #expect(
      Self.written(
        [Limit(Self.key("a"), value: 1), Limit(Self.key("b"), value: 1)],
        in: "a",
        "b"
      ) == " {servers: 1}\n"
    )
    #expect(Self.written([Limit(Self.key(""), value: 1)]) == " {servers: 1}\n")
  }

  @Test func `others are written region by region`() {
    let limits = [Limit(Self.key("a"), value: 1), Limit(Self.key("b"), value: 2)]
    let lines = "\n  a: {servers: 1}\n  b: {servers: 2}\n"
    #expect(Self.written(limits, in: "a", "b") == lines)
    #expect(Self.written([limits[0]], in: "a", "b") == "\n  a: {servers: 1}\n")
    #expect(Self.written([limits[0]]) == "\n  a: {servers: 1}\n")
    #expect(Self.written([Limit(Self.key(""), value: 1)], in: "a") == "\n  \"\": {servers: 1}\n")
  }

  @Test func `many numbers get a line each`() throws {
    let limits = (10..<20).map { Limit(Self.key("a", Name("resource_\($0)")), value: $0) }
    let text = try #require(Self.written(limits, in: "a"))
    #expect(text.hasPrefix("\n  resource_10: 10\n  resource_11: 11\n"))
  }

  @Test func `there is nothing to write without any`() {
    #expect(Self.written([], in: "a") == nil)
    #expect(LimitsWriter(DesiredState()).value(of: .tenant("lab")) == nil)
  }
}
