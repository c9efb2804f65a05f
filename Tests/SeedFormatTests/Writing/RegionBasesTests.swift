import IdentityModel
import Testing

@testable import SeedFormat

@Suite struct RegionBasesTests {
  private func endpoint(_ publicURL: String, region: Name = "r") -> Endpoint {
    let service = ServiceKey(type: "t", name: Name(publicURL))
    return Endpoint(service: service, region: region, publicURL: URLTemplate(publicURL))
  }

  private func base(of urls: String...) -> String? {
    RegionBases(urls.map { endpoint($0) }).bases(of: "r").first { $0.interface == .public }?.url
  }

  @Test(arguments: [
    ("http://h:8774/v2/$(tenant_id)s", "http://h", ":8774/v2/$(tenant_id)s"),
    ("HTTPS://h/identity?x#y", "HTTPS://h", "/identity?x#y"),
    ("http://[fd00::1]:80", "http://[fd00::1]", ":80"),
    (
      "http://$(public_bind_host)s:$(public_port)s/", "http://$(public_bind_host)s",
      ":$(public_port)s/"
    ),
    ("http://h//a", "http://h", "//a"),
  ])
  func `a URL is cut behind its host`(url: String, base: String, suffix: String) {
    let bases = RegionBases([endpoint(url)])
    #expect(bases.bases(of: "r").map(\.url) == [base])
    #expect(bases.shortened(URLTemplate(url), of: .public, in: "r") == suffix)
  }

  @Test(arguments: ["http://h", "http://h?a", "ws://h:1/x", "not a url", "/v2", ":80", ""])
  func `what cannot be cut stays whole`(url: String) {
    let bases = RegionBases([endpoint(url)])
    #expect(bases.bases(of: "r").isEmpty)
    #expect(bases.shortened(URLTemplate(url), of: .public, in: "r") == url)
  }

  @Test func `the most frequent host is the base, of several the first by name`() {
    #expect(base(of: "http://a:1", "http://b:1", "http://b:2") == "http://b")
    #expect(base(of: "http://b:1", "http://a:1") == "http://a")
  }

  @Test func `each interface and each region has its own`() {
    var one = endpoint("http://one:1", region: "r1")
    one.adminURL = URLTemplate("http://admin:2")
    let bases = RegionBases([one, endpoint("http://two:1", region: "r2")])
    #expect(bases.bases(of: "r1").map(\.url) == ["http://one", "http://admin"])
    #expect(bases.bases(of: "r2").map(\.url) == ["http://two"])
    #expect(bases.shortened(URLTemplate("http://one:1"), of: .admin, in: "r1") == "http://one:1")
  }
}
