import Testing

@testable import SeedFormat

@Suite struct URLRuleTests {
  private static let scheme =
    "error: the URL has no scheme (begin with http://, or with : or / to continue a region's base"
    + " URL)"
  private static let blanks = "error: a URL can't hold blanks, line ends or control characters"
  private static let credentials =
    "error: a URL can't carry a user name or a password: every user sees the catalog"
  private static let port = "error: a port is a number from 1 to 65535"

  static let endpoints: [(url: String, message: String?)] = [
    ("http://h", nil),
    ("https://h.example.com:8774/v2", nil),
    ("HTTP://h", nil),
    ("ws://h:9000", nil),
    ("http://[fd00::1]:8774/v2", nil),
    ("http://[fd00::1]", nil),
    ("http://h:$(public_port)s/v2.0", nil),
    ("http://h/a@b:c", nil),
    (":8774", nil),
    (":8774/v2/$(tenant_id)s", nil),
    (":$(admin_port)s/v2.0", nil),
    ("/image", nil),
    ("h:8774/v2", scheme),
    ("//h/v2", nil),
    ("http:/h", scheme),
    ("8774/v2", scheme),
    ("://h", "error: there is no port behind the colon"),
    (
      "http://\u{202E}h",
      "warning: the URL holds U+202E, which cannot be seen (it leads elsewhere than it seems to)"
    ),
    ("http://h/a b", blanks),
    (" :8774", blanks),
    ("/a\u{A0}b", blanks),
    (":0", port),
    (":65536", port),
    (":87a4", port),
    (":", "error: there is no port behind the colon"),
    ("http://h:/x", "error: there is no port behind the colon"),
    ("http://h:99999/x", port),
    ("http://", "error: the URL has no host"),
    ("http:///x", "error: the URL has no host"),
    ("http://:80", "error: the URL has no host"),
    ("http://bob:hunter2@h/x", credentials),
    ("http://bob@h", credentials),
    (
      "http://fd00::1/x",
      "error: an IPv6 address needs brackets in a URL (write http://[fd00::1]/x)"
    ),
    (
      "http://fd00::1:5000",
      "error: an IPv6 address needs brackets in a URL (write http://[fd00::1]:5000)"
    ),
    (
      "http://1:2:3:4:5:6:7:8:80/x",
      "error: an IPv6 address needs brackets in a URL (write http://[1:2:3:4:5:6:7:8]:80/x)"
    ),
    ("http://a:b:c", "error: an IPv6 address needs brackets in a URL"),
    ("http://[fd00::1", "error: the host's bracket is not closed"),
    ("http://[h]:80", "error: the brackets hold no IPv6 address"),
    ("http://[fd00::1]80", "error: only a port can follow the host's bracket"),
    (
      "htpp://h",
      "warning: \"htpp\" is a scheme that no OpenStack client speaks (did you mean \"http\"?)"
    ),
  ]

  @Test(arguments: endpoints)
  func `checks an endpoint's value`(url: String, message: String?) {
    let base = "http://h"
    let seed = """
      regions: {r: {public: '\(base)'}}
      services: {x: {type: t, endpoints: {public: "\(url)"}}}
      """
    #expect(Self.messages(of: seed) == (message.map { [$0] } ?? []))
  }

  static let bases: [(url: String, message: String?)] = [
    ("http://h", nil),
    ("https://h/prefix/", nil),
    ("http://[fd00::1]", nil),
    ("http://$(public_bind_host)s", nil),
    ("h", scheme),
    (
      "",
      "error: the URL is empty (begin with http://, or with : or / to continue a region's base URL)"
    ),
    ("/x", scheme),
    ("htps://h", "error: a base URL begins with http:// or https:// (did you mean \"https\"?)"),
    ("ftp://h", "error: a base URL begins with http:// or https://"),
    ("http://h?x", "error: a base URL ends before any ? or #"),
    ("http://bob:hunter2@h", credentials),
    ("http://h/%20", "error: \"%2\" is no template, and Keystone refuses it (write %%2)"),
  ]

  @Test(arguments: bases)
  func `checks a base URL`(url: String, message: String?) {
    let seed = "roles: [r]\nregions: {r: {internal: '\(url)'}}"
    #expect(Self.messages(of: seed) == (message.map { [$0] } ?? []))
  }

  private static func messages(of seed: String) -> [String] {
    Seed.load(seed).diagnostics.map { diagnostic in
      let hint = diagnostic.hint.map { " (\($0))" } ?? ""
      return "\(diagnostic.severity.rawValue): \(diagnostic.message)\(hint)"
    }
  }
}
