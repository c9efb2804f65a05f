import IdentityModel
import Reconciliation
import Testing

@Suite("An interface that is to have several rows has these and no other")
struct SeveralRowsTests {
  private static let key = ServiceKey(type: "identity", name: "keystone")

  private static func desired(_ urls: [String]) -> DesiredState {
    var desired = DesiredState()
    desired.services = [Service(type: "identity", name: "keystone")]
    desired.endpoints = urls.map {
      Endpoint(service: key, region: "one", publicURL: URLTemplate($0))
    }
    return desired
  }

  private static func live(_ urls: [String]) -> LiveState {
    var live = LiveState()
    live.services = [Live(id: "s", Service(type: "identity", name: "keystone"))]
    live.endpoints = urls.enumerated().map { index, url in
      LiveEndpoint(
        id: "e\(index)",
        serviceID: "s",
        region: "one",
        interface: .public,
        url: URLTemplate(url)
      )
    }
    return live
  }

  private static func words(_ change: Change) -> String {
    let url = change.resource.flatMap { resource -> String? in
      if case .endpoint(let row) = resource { row.endpoint.publicURL?.text } else { nil }
    }
    return [change.action.mark, change.liveID, url].compactMap { $0 }.joined(separator: " ")
  }

  @Test(
    "those that fit stay, others become what is lacking, and what is left over goes",
    arguments: [
      (["a", "b"], ["a", "b"], []),
      (["a", "b"], ["b", "a"], []),
      (["a", "b"], [], ["+ a", "+ b"]),
      (["a", "b"], ["b"], ["+ a"]),
      (["a", "b"], ["c", "b"], ["~ e0 a"]),
      (["a", "b"], ["a", "b", "c"], ["- e2"]),
      (["a", "b"], ["a", "a"], ["~ e1 b"]),
      (["a"], ["a", "b"], ["- e1"]),
    ] as [([String], [String], [String])]
  )
  func rows(wanted: [String], there: [String], changes: [String]) {
    let difference = Differ.difference(
      desired: Self.desired(wanted),
      live: Self.live(there),
      memberRole: nil,
      groupsEndpoints: false
    )
    #expect(difference.changes.map(Self.words).sorted() == changes.sorted())
  }

  @Test("of somebody else's service that is there twice neither is taken, nor an endpoint changed")
  func ambiguous() {
    var desired = Self.desired(["a"])
    desired.existing = [.service(Self.key)]
    var live = Self.live(["b"])
    live.services.append(Live(id: "t", Service(type: "identity", name: "keystone")))
    let difference = Differ.difference(
      desired: desired,
      live: live,
      memberRole: nil,
      groupsEndpoints: false
    )
    #expect(difference.changes.isEmpty)
    #expect(difference.notes == [.ambiguous(.service(Self.key), count: 2)])
  }
}
