import IdentityModel
import Testing

@testable import SeedFormat

@Suite struct CatalogAdoptionTests {
  /// What a catalog that differs a little from nova's comes to.
  private func adopted(_ change: (inout LiveState) -> Void) -> (endpoints: Int, lines: [String]) {
    var live = LiveState.nova
    change(&live)
    let adoption = Adoption(live)
    let lines = adoption.remarks.map { remark in
      (["\(remark.weight) \(remark.kind) \(remark.subject) \(remark.reason)"] + remark.rows)
        .joined(separator: "; ")
    }
    return (adoption.desired.endpoints.count, lines)
  }

  static let url = "public http://a:8774/v2/$(tenant_id)s"

  static let cases: [(endpoint: LiveEndpoint, line: String)] = [
    (
      .make("e2"),
      "leftOut endpoint compute/nova in RegionOne is there 2 times: declare it, and apply keeps one"
        + "; id e1, \(url); id e2, \(url)"
    ),
    (
      .make("e2", region: nil),
      "leftOut endpoint compute/nova, without a region cannot be declared; id e2, \(url)"
    ),
    (
      .make("e2", region: "R\n"),
      "leftOut endpoint compute/nova in R\n cannot be declared: a region's name can't hold control"
        + " characters or line ends; id e2, \(url)"
    ),
    (
      .make("e2", region: "admin"),
      "leftOut endpoint compute/nova in admin cannot be declared: an interface has the name of its"
        + " region; id e2, \(url)"
    ),
    (
      .make("e2", serviceID: "gone"),
      "leftOut endpoint without a service in RegionOne cannot be declared; id e2, \(url)"
    ),
    (
      .make("e2", region: "R", publicURL: nil, adminURL: "http://b"),
      "leftOut endpoint compute/nova in R cannot be declared: it has no public URL"
        + "; id e2, admin http://b"
    ),
    (
      .make("e2", region: "R", publicURL: "/v2"),
      "leftOut endpoint compute/nova in R cannot be declared: the URL has no scheme"
        + "; id e2, public /v2"
    ),
    (
      .make("e2", region: "R", publicURL: "http://me:secret@a"),
      "leftOut endpoint compute/nova in R cannot be declared: a URL can't carry a user name or a"
        + " password: every user sees the catalog"
        + "; id e2, public (not shown: it may hold a password)"
    ),
    (
      .make("e2", region: "R", isShown: false),
      "leftOut endpoint compute/nova in R is disabled, which a seed cannot say; id e2, \(url)"
    ),
  ]

  private static func stray(_ url: String, isShown: Bool = true) -> LiveInterface {
    LiveInterface(
      id: "x",
      serviceID: "s1",
      region: "R",
      interface: .public,
      url: URLTemplate(url),
      isShown: isShown
    )
  }

  @Test func `an endpoint with one of several URLs is left out, where users may see another`() {
    let left = adopted {
      $0.endpoints.append(.make("e2", region: "R"))
      $0.strayInterfaces = [Self.stray("http://other")]
    }
    #expect(
      left.lines == [
        "leftOut endpoint compute/nova in R has URLs that were made through v3 and v2.0 does not list"
          + "; id x, public http://other",
        "leftOut endpoint compute/nova in R is shown with one of several URLs, which a seed cannot "
          + "say; id e2, \(Self.url)",
      ]
    )
    let hidden = adopted {
      $0.endpoints.append(.make("e2", region: "R"))
      $0.strayInterfaces = [Self.stray("http://other", isShown: false)]
    }
    #expect(hidden.lines == [])
  }

  @Test func `what v2.0 does not list at all is said`() {
    let found = adopted { $0.strayInterfaces = [Self.stray("http://a:b@other")] }
    #expect(found.endpoints == 1)
    #expect(
      found.lines == [
        "leftOut endpoint compute/nova in R has URLs that were made through v3 and v2.0 does not list"
          + "; id x, public (not shown: it may hold a password)"
      ]
    )
  }

  @Test func `an endpoint of which an interface alone is disabled is left out`() {
    let found = adopted {
      var row = LiveEndpoint.make("e2", region: "R")
      row.hiddenRows = [.public: ["p"]]
      $0.endpoints.append(row)
    }
    #expect(
      found.lines == [
        "leftOut endpoint compute/nova in R is disabled, which a seed cannot say; id e2, "
          + Self.url
      ]
    )
  }

  @Test(arguments: cases)
  func `a row that a seed cannot say is left out`(endpoint: LiveEndpoint, line: String) {
    let found = adopted { $0.endpoints.append(endpoint) }
    #expect(found.lines == [line])
    #expect(found.endpoints == (endpoint.id == "e2" && line.contains("2 times") ? 0 : 1))
  }

  @Test func `an interface that a seed cannot say is left out alone`() {
    let found = adopted {
      $0.endpoints = [.make("e1", internalURL: "http://a/$(tenant_id)", adminURL: "")]
    }
    #expect(found.endpoints == 1)
    #expect(
      found.lines == [
        "declared endpoint compute/nova in RegionOne has an internal URL that cannot be declared,"
          + " http://a/$(tenant_id): \"$(tenant_id)\" must have an s behind the parenthesis"
      ]
    )
  }

  @Test func `what comes from a file is declared with another word`() {
    let found = adopted {
      $0.endpoints = [.make("RegionOne-compute-public", isManageable: false)]
    }
    #expect(found.endpoints == 1)
    #expect(found.lines.count == 1)
    #expect(
      found.lines.first?.hasPrefix(
        "declared endpoint compute/nova in RegionOne comes from a file on the server"
      ) == true
    )
  }

  @Test func `what v3 made is declared with a word`() {
    let found = adopted { $0.endpoints = [.make("e1", isManageable: false)] }
    #expect(found.endpoints == 1)
    #expect(
      found.lines == [
        "declared endpoint compute/nova in RegionOne was made through v3: v2.0 can neither change"
          + " nor delete it; id e1, \(Self.url)"
      ]
    )
  }

  @Test(arguments: [
    (
      [Service(type: "compute", name: "nova"), Service(type: "compute", name: "nova")],
      "compute/nova is there 2 times: declare it, and apply keeps one; id s1; id s2"
    ),
    (
      [Service(type: "compute", name: "nova", isShown: false)],
      "compute/nova is disabled, which a seed cannot say; id s1"
    ),
    (
      [Service(type: "", name: "nova")],
      "/nova cannot be declared: a service's type can't be blank; id s1"
    ),
    (
      [Service(type: "compute", name: "")],
      "compute/ cannot be declared: a service's name can't be blank; id s1"
    ),
  ])
  func `a service that a seed cannot say takes its endpoints with it`(
    services: [Service],
    line: String
  ) {
    let found = adopted { live in
      live.services = services.enumerated().map { Live(id: "s\($0 + 1)", $1) }
    }
    #expect(found.endpoints == 0)
    let key = services[0].key
    #expect(
      found.lines == [
        "leftOut service \(line)",
        "leftOut endpoint \(key) in RegionOne goes with a service that is left out"
          + "; id e1, \(Self.url)",
      ]
    )
  }

  @Test func `regions and services that MySQL cannot tell apart are worth a word`() {
    let found = adopted { live in
      live.services.append(Live(id: "s2", Service(type: "x", name: "Nova")))
      live.endpoints.append(.make("e2", region: "regionOne"))
    }
    #expect(found.endpoints == 2)
    #expect(
      found.lines == [
        "declared service nova is \"Nova\" to a Keystone on MySQL",
        "declared endpoint in regionOne is in another region, \"RegionOne\", to a Keystone on MySQL",
      ]
    )
  }
}
