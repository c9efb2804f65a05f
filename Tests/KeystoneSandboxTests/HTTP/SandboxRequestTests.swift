import Testing

@testable import KeystoneSandbox

@Suite struct SandboxRequestTests {
  @Test(arguments: [
    ("/", []), ("", []), ("/v2.0", ["v2.0"]), ("/v2.0/users/", ["v2.0", "users"]),
    ("//v2.0//users?x=/y", ["v2.0", "users"]), ("/a%2Fb", ["a", "b"]), ("/%zz", ["%zz"]),
    ("/%C3%BC", ["ü"]), ("/a+b", ["a+b"]),
  ])
  func pathIsDecodedBeforeItIsTakenApart(target: String, segments: [String]) {
    #expect(SandboxRequest.make("GET", target).segments == segments)
  }

  @Test func parametersAreDecoded() throws {
    let request = SandboxRequest.make("GET", "/x?a=1&b&c=x+y%26&&a=%C3%BC=z")
    let parameters = try #require(request.parameters)
    #expect(parameters.map(\.name) == ["a", "b", "c", "a"])
    #expect(parameters.map(\.value) == ["1", "", "x y&", "ü=z"])
    #expect(SandboxRequest.make("GET", "/x").parameters?.isEmpty == true)
  }

  @Test func queryThatIsNotUTF8HasNoParameters() {
    #expect(SandboxRequest.make("GET", "/x?a=%ff").parameters == nil)
    #expect(SandboxRequest.make("GET", "/x?%ff").parameters == nil)
  }

  @Test func headersAreFoundWhateverTheirCase() {
    let request = SandboxRequest.make(headers: [("x-AUTH-token", "t"), ("X-Auth-Token", "u")])
    #expect(request.header("X-Auth-Token") == "t")
    #expect(request.header("Accept") == nil)
  }
}
