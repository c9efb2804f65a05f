import IdentityModel
import Testing

@testable import Reconciliation

@Suite struct DesiredStateServiceTypesTests {
  private static let nova = ServiceKey(type: ServiceKey.anyType, name: "nova")

  private static func seed() -> DesiredState {
    var state = DesiredState()
    state.services = [
      Service(type: ServiceKey.anyType, name: "nova"), Service(type: "image", name: "glance"),
    ]
    state.endpoints = [
      Endpoint(service: nova, region: "R", publicURL: URLTemplate("http://n")),
      Endpoint(
        service: ServiceKey(type: "image", name: "glance"),
        region: "R",
        publicURL: URLTemplate("http://g")
      ),
    ]
    state.existing = [.service(nova)]
    return state
  }

  private static func live(_ services: Service...) -> LiveState {
    var live = LiveState()
    live.services = services.enumerated().map { Live(id: "\($0)", $1) }
    return live
  }

  @Test func `the one of that name is meant, twice though it may be`() throws {
    let compute = Service(type: "compute", name: "nova")
    let live = Self.live(compute, Service(type: "image", name: "glance"), compute)
    let state = try Self.seed().namingServices(of: live)
    #expect(state.services.map(\.key.description) == ["compute/nova", "image/glance"])
    #expect(state.endpoints.map(\.service.description) == ["compute/nova", "image/glance"])
    #expect(state.existing == [.service(compute.key)])
  }

  @Test func `of several the type has to be said`() {
    let live = Self.live(
      Service(type: "computev3", name: "nova"),
      Service(type: "compute", name: "nova")
    )
    let keys = [
      ServiceKey(type: "compute", name: "nova"), ServiceKey(type: "computev3", name: "nova"),
    ]
    #expect(throws: PlanError.severalServices(keys)) {
      try Self.seed().namingServices(of: live)
    }
  }

  @Test func `what is not there keeps no type`() throws {
    #expect(try Self.seed().namingServices(of: LiveState()) == Self.seed())
  }
}
