import IdentityModel
import Testing

@testable import KeystoneSeedCLI

@Suite struct HiddenEndpointsTests {
  private static let glance = ServiceKey(type: "image", name: "glance")

  private func reasons(
    _ change: (inout LiveState) -> Void
  ) -> [EndpointInterface: HiddenEndpoints.Reason] {
    var live = LiveState()
    live.services = [Live(id: "s", Service(type: "image", name: "glance"))]
    live.endpoints = [
      LiveEndpoint(
        id: "e",
        serviceID: "s",
        region: "R",
        publicURL: URLTemplate("http://p"),
        adminURL: URLTemplate("http://a")
      )
    ]
    change(&live)
    let gap = CatalogGap(
      endpoint: EndpointKey(service: Self.glance, region: "R"),
      interfaces: [.public, .internal, .admin]
    )
    return HiddenEndpoints(live).explained(gap).reasons
  }

  @Test func `what is shown, or is not there, is missing for another reason`() {
    #expect(reasons { _ in } == [:])
    #expect(reasons { $0.endpoints = [] } == [:])
    #expect(reasons { $0.services = [] } == [:])
  }

  @Test func `an endpoint is disabled as a whole, or one interface of it`() {
    let whole: [EndpointInterface: HiddenEndpoints.Reason] = [
      .public: .disabled, .admin: .disabled,
    ]
    #expect(reasons { $0.endpoints[0].isShown = false } == whole)
    #expect(
      reasons { $0.endpoints[0].hiddenRows = [.admin: ["x"]] } == [.admin: .disabled]
    )
  }

  @Test func `one that is there twice and seen once is not disabled`() {
    let found = reasons { live in
      live.endpoints.append(
        LiveEndpoint(
          id: "f",
          serviceID: "s",
          region: "R",
          publicURL: URLTemplate("http://q"),
          isShown: false
        )
      )
    }
    #expect(found == [:])
  }

  @Test func `the service is the reason for all of its interfaces`() {
    let found = reasons {
      $0.services = [Live(id: "s", Service(type: "image", name: "glance", isShown: false))]
    }
    #expect(
      found == [
        .public: .serviceDisabled, .internal: .serviceDisabled, .admin: .serviceDisabled,
      ]
    )
  }

  @Test func `a row of an interface whose template is filled in for nobody is left out`() {
    func reasons(_ templates: String...) -> [EndpointInterface: HiddenEndpoints.Reason] {
      self.reasons { live in
        live.endpoints = templates.enumerated().map { number, template in
          LiveEndpoint(
            id: "e\(number)",
            serviceID: "s",
            region: "R",
            interface: .public,
            url: URLTemplate(template)
          )
        }
      }
    }
    #expect(reasons("http://$(compute_host)s") == [.public: .unfilled])
    #expect(reasons("http://%(tenant_id)") == [.public: .unfilled])
    #expect(reasons("http://$(compute_host)s", "http://$(tenant_id)s") == [:])
  }

  @Test func `the words are those of each reason`() {
    var gap = CatalogGap(
      endpoint: EndpointKey(service: Self.glance, region: "R"),
      interfaces: [.public, .internal, .admin]
    )
    gap.reasons = [.admin: .disabled, .internal: .disabled]
    #expect(
      VerifyWording.text(of: LoginCheck.makeAccepted(gaps: [gap]).outcome, over: "v2.0")
        == "ok, but the catalog lacks image/glance in R (public; internal, admin: disabled)"
    )
    gap.reasons = [.public: .unfilled, .internal: .serviceDisabled, .admin: .unfilled]
    #expect(
      VerifyWording.text(of: LoginCheck.makeAccepted(gaps: [gap]).outcome, over: "v2.0")
        == "ok, but the catalog lacks image/glance in R (internal: its service is disabled; public, "
        + "admin: this Keystone does not fill its template in)"
    )
  }
}
