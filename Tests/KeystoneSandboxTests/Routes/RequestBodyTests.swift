import Testing

@testable import KeystoneSandbox

@Suite struct RequestBodyTests {
  private func route(_ body: Route.Body) -> Route {
    Route("PUT", ["users", .user], action: "do_it", body: body) { _, _ throws(Refusal) in .nothing }
  }

  private func members(_ text: String, type: String = "application/json") throws -> JSONObject {
    try RequestBody.members(of: .make("PUT", "/", text, headers: [("Content-Type", type)]))
  }

  @Test(arguments: ["", "null", "[]", "{}", "0", "\"\"", "false"])
  func whatIsFalseToPythonHasNoMembers(text: String) throws {
    #expect(try members(text).isEmpty)
  }

  @Test func someNamesAreLeftOutAndOthersRewritten() throws {
    #expect(
      try members(#"{"self": 1, "context": 1, "_x": 1, "OS-KSADM:service": 2}"#)
        == ["OS_KSADM_service": .number("2")]
    )
  }

  @Test(arguments: [("text/plain", false), ("application/json;x", true), ("", true), ("; x", true)])
  func onlyJSONIsRead(type: String, isRead: Bool) {
    if isRead {
      #expect(throws: Never.self) { try members("{}", type: type) }
    } else {
      #expect(throws: Refusal.missing("application/json", in: "Content-Type header")) {
        try members("{}", type: type)
      }
    }
  }

  @Test func membersMustBeTheFunctionsArguments() throws {
    let body: JSONObject = ["user": ["a": true], "user_id": "overridden"]
    #expect(try RequestBody.wrapped(body, for: route(.required("user"))) == ["a": true])
    #expect(try RequestBody.wrapped(body, for: route(.anything)) == .null)
    #expect(try RequestBody.wrapped([:], for: route(.optional("user"))) == .null)
    #expect(throws: Refusal.badRequest("do_it() got an unexpected keyword argument 'user'")) {
      try RequestBody.wrapped(body, for: route(.nothing))
    }
    #expect(
      throws: Refusal.badRequest("do_it() missing 1 required positional argument: 'user'")
    ) {
      try RequestBody.wrapped(["user_id": "x"], for: route(.required("user")))
    }
  }
}
