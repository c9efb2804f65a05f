import Testing

@testable import KeystoneSandbox

@Suite struct V3RegisteredLimitRoutesTests {
  @Test func oneOfAListThatIsThereRefusesAll() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let service = state.make("service", ["type": "compute"])
    let one: JSONValue = [
      "service_id": .string(service), "resource_name": "servers", "default_limit": .number("10"),
    ]
    let body: JSONValue = ["registered_limits": [one, one]]
    #expect(state.v3("POST", "/registered_limits", body, token: admin).status == 409)
    #expect(state.registeredLimits.all.isEmpty)
    let made = state.v3("POST", "/registered_limits", ["registered_limits": [one]], token: admin)
    #expect(made.status == 201)
    #expect(made.document["links"] == nil)
  }

  @Test func amountIsAWholeNumberFromMinusOne() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let service = state.make("service", ["type": "compute"])
    for (amount, words) in [
      (JSONValue.number("-2"), "-2 is less than the minimum of -1"),
      (.number("2147483648"), "2147483648 is greater than the maximum of 2147483647"),
      (.number("1.5"), "1.5 is not of type 'integer'"), (true, "True is not of type 'integer'"),
    ] {
      let one: JSONValue = [
        "service_id": .string(service), "resource_name": "servers", "default_limit": amount,
      ]
      let answer = state.v3(
        "POST",
        "/registered_limits",
        ["registered_limits": [one]],
        token: admin
      )
      #expect(answer.status == 400)
      #expect(answer.document.text("error", "message").hasSuffix(words))
    }
  }

  @Test func serviceThatGoesLeavesItsLimits() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let service = state.make("service", ["type": "compute"])
    let one: JSONValue = [
      "service_id": .string(service), "resource_name": "servers", "default_limit": .number("10"),
    ]
    _ = state.v3("POST", "/registered_limits", ["registered_limits": [one]], token: admin)
    #expect(state.v3("DELETE", "/services/\(service)", token: admin).status == 204)
    let list = state.v3("GET", "/registered_limits", token: admin).document
    #expect(list.elements("registered_limits").map { $0["service_id"] } == [.string(service)])
  }
}
