import Testing

@testable import KeystoneSandbox

@Suite struct PathGlobTests {
  @Test(arguments: [
    ("/v2.0/users", "/v2.0/users", true), ("/v2.0/users", "/v2.0/users/", false),
    ("*", "", true), ("*", "/anything", true), ("/v2.0/*", "/v2.0/a/b", true),
    ("/v2.0/*", "/v3/a", false), ("*/roles", "/v2.0/OS-KSADM/roles", true),
    ("*/roles", "/roles/x", false), ("/a*b*c", "/axxbyyc", true), ("/a*b*c", "/abc", true),
    ("/a*b*c", "/acb", false), ("/aa*aa", "/aaa", false), ("**", "/x", true),
  ])
  func starStandsForAnything(pattern: String, path: String, matches: Bool) {
    #expect(PathGlob(pattern).matches(path) == matches)
  }
}
