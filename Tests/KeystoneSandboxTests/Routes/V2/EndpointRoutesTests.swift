import Testing

@testable import KeystoneSandbox

@Suite struct EndpointRoutesTests {
  private func state() throws -> (SandboxState, serviceID: JSONValue) {
    var state = SandboxState.make()
    let made = state.send("POST", "/OS-KSADM/services", ["OS-KSADM:service": ["type": "t"]])
    return (state, .string(made.document.text("OS-KSADM:service", "id")))
  }

  @Test(arguments: [
    ("enabled", JSONValue.number("0"), 200), ("enabled", .number("1"), 200), ("enabled", nil, 200),
    ("enabled", "x", 500), ("region", .number("5"), 500), ("publicurl", .number("5"), 500),
    ("adminurl", .number("0"), 200), ("region", "", 200),
  ])
  func typesThatTheDatabaseRefusesAre500(key: String, value: JSONValue, status: Int) throws {
    var (state, serviceID) = try state()
    var endpoint: JSONObject = ["service_id": serviceID, "publicurl": "http://p"]
    endpoint[key] = value
    let answer = state.send("POST", "/endpoints", ["endpoint": .object(endpoint)])
    #expect(answer.status == status)
  }

  @Test func keysOfRowsAreEchoedButNotStored() throws {
    var (state, serviceID) = try state()
    let endpoint: JSONValue = [
      "service_id": serviceID, "publicurl": "http://p", "url": "x", "interface": "y",
      "region_id": "z", "legacy_endpoint_id": "q", "extra": [:], "colour": "red",
    ]
    let made = state.send("POST", "/endpoints", ["endpoint": endpoint]).document
    #expect(made["endpoint", "interface"] == "y")
    let listed = state.send("GET", "/endpoints").document.elements("endpoints")
    #expect(
      listed.map { $0.object?.keys } == [
        ["colour", "id", "service_id", "enabled", "region", "publicurl"]
      ]
    )
  }
}
