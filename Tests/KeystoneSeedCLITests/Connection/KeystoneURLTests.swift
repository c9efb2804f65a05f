import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

@Suite struct KeystoneURLTests {
  @Test(arguments: [
    ("http://a:35357/v2.0", "http://a:35357/v2.0"),
    ("http://a:35357/v2.0/", "http://a:35357/v2.0"),
    ("http://a:35357//", "http://a:35357/v2.0"),
    ("http://a", "http://a/v2.0"),
    ("https://a/identity", "https://a/identity/v2.0"),
    ("HTTP://A/identity/v2.0", "HTTP://A/identity/v2.0"),
    ("http://[2001:db8::1]:5000", "http://[2001:db8::1]:5000/v2.0"),
    ("http://[::1]/v2.0", "http://[::1]/v2.0"),
    ("http://a/%7Ex", "http://a/%7Ex/v2.0"),
    ("http://a/v2", "http://a/v2.0"),
    ("http://a/V2.0/", "http://a/v2.0"),
    ("http://a/v2.0/tokens", "http://a/v2.0"),
    ("http://a/v2.0/v2.0", "http://a/v2.0"),
    ("http://a/identity/v2/tokens/", "http://a/identity/v2.0"),
    ("http://a/tokens", "http://a/tokens/v2.0"),
    ("http://a//x", "http://a//x/v2.0"),
    ("http://a/v3", "http://a/v3"),
    ("http://a/identity/V3/", "http://a/identity/v3"),
    ("http://a/v3/auth/tokens", "http://a/v3"),
    ("http://a/v3/v3", "http://a/v3"),
  ])
  func addressEndsInTheVersion(text: String, url: String) throws {
    #expect(try KeystoneURL(text).text == url)
  }

  @Test(
    arguments: [
      ("http://a", nil), ("http://a/identity", nil), ("http://a/v2", .v2), ("http://a/v3/", .v3),
      ("http://a/auth/tokens", nil),
    ] as [(String, IdentityVersion?)]
  )
  func versionIsKnownWhereItIsThere(text: String, version: IdentityVersion?) throws {
    #expect(try KeystoneURL(text).version == version)
  }

  @Test(arguments: ["http://a/x", "http://a/x/v2.0", "http://a/x/v3/"])
  func addressIsThatOfEachVersion(text: String) throws {
    let url = try KeystoneURL(text)
    #expect(url.root == "http://a/x")
    #expect(IdentityVersion.allCases.map(url.text(in:)) == ["http://a/x/v2.0", "http://a/x/v3"])
  }

  @Test(arguments: [
    ("", KeystoneURL.Problem.scheme),
    ("keystone:5000", .scheme),
    ("ftp://a", .scheme),
    ("http:/a", .scheme),
    ("http://", .host),
    ("http://:5000", .host),
    ("http://a:b", .host),
    ("http://a:0", .host),
    ("http://a:65536", .host),
    ("http://a:5000:5000", .host),
    ("http://[::1", .host),
    ("http://[]:5000", .host),
    ("http://[::1]5000", .host),
    ("http://me:s3cret@a", .credentials),
    ("http://me@a/v2.0", .credentials),
    ("http://a b", .character),
    ("http://a/v2.0\n", .character),
    ("http://a/\u{1B}", .character),
    ("http://a/v2.0?x=1", .character),
    ("http://a/v2.0#x", .character),
    ("http://ä", .character),
    ("http://a/v2.0/users", .pathAfterVersion),
    ("http://a/v3/users", .pathAfterVersion),
    ("http://a/v3/v2.0", .pathAfterVersion),
    ("http://a/v2.0/auth/tokens", .pathAfterVersion),
  ])
  func whatIsNoAddressIsRefused(text: String, problem: KeystoneURL.Problem) {
    #expect(throws: problem) { try KeystoneURL(text) }
  }

  @Test(arguments: [
    ("http://a:5000/v2.0", "http://A:35357", true), ("https://a", "https://a:443/v2.0", true),
    ("http://a:5000/v3", "http://a:35357/v2.0", true), ("http://a:5000", "http://b:5000", false),
    ("http://a:5000", "https://a:5000", false),
    ("http://a:5001", "http://a:5002", false), ("http://a/x", "http://a/y", false),
    ("nonsense", "nonsense", true), ("nonsense", "http://a", false),
  ])
  func addressesOfOneKeystoneAreKnown(first: String, second: String, areOfOne: Bool) {
    #expect(KeystoneURL.areOfOneKeystone(first, second) == areOfOne)
  }
}
