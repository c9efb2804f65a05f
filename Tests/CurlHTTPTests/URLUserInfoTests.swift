import Testing

@testable import CurlHTTP

struct URLUserInfoTests {
  @Test(
    arguments: [
      ("", ""),
      ("Could not resolve host: keystone", "Could not resolve host: keystone"),
      ("http://me:word@proxy:3128", "http://proxy:3128"),
      ("http://me@proxy", "http://proxy"),
      ("me:word@proxy", "proxy"),
      ("http://me:w@rd/#?@proxy/", "http://proxy/"),
      ("No 'http://me:a word@proxy' here", "No 'http://proxy' here"),
      ("Unsupported proxy syntax in 'me:word@proxy'", "Unsupported proxy syntax in 'proxy'"),
      ("http://proxy", "http://proxy"),
      ("@", ""),
    ]
  )
  func aTextAboutAURLKeepsAllButTheCredentials(_ text: String, _ rest: String) {
    #expect(URLUserInfo.removed(from: text) == rest)
  }
}
