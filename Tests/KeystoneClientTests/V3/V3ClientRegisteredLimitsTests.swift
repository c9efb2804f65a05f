import KeystoneClient
import Testing

@Suite struct V3ClientRegisteredLimitsTests {
  private static let url = "http://k:5000/v3/registered_limits"
  private static let id = "00000000000000000000000000000018"
  private static let service = "00000000000000000000000000000016"

  @Test func `they are made, changed, listed and deleted`() async throws {
    let transport = try ScriptedTransport(
      .recorded("registered limit created"),
      .recorded("registered limit changed"),
      .recorded("registered limits"),
      .recorded("registered limits"),
      .noContent
    )
    let client = V3Client.make(transport: transport)
    let limit = try await client.createRegisteredLimit(
      V3NewRegisteredLimit(
        serviceID: Self.service,
        regionID: "emea",
        resource: "servers",
        value: 10,
        description: "All"
      )
    )
    #expect(
      limit
        == V3RegisteredLimit(
          id: Self.id,
          serviceID: Self.service,
          regionID: "emea",
          resource: "servers",
          value: 10
        )
    )
    let changed = try await client.updateRegisteredLimit(
      id: Self.id,
      V3RegisteredLimitUpdate(value: -1, description: "x")
    )
    #expect(changed.value == -1)
    #expect(try await client.registeredLimits() == [changed])
    _ = try await client.registeredLimits(ofService: "s", resource: "class:VCPU")
    try await client.deleteRegisteredLimit(id: Self.id)
    #expect(
      await transport.lines == [
        #"POST \#(Self.url) {"registered_limits":[{"default_limit":10,"description":"All","#
          + #""region_id":"emea","resource_name":"servers","service_id":"\#(Self.service)"}]}"#,
        #"PATCH \#(Self.url)/\#(Self.id) "#
          + #"{"registered_limit":{"default_limit":-1,"description":"x"}}"#,
        "GET \(Self.url)",
        "GET \(Self.url)?service_id=s&resource_name=class%3AVCPU",
        "DELETE \(Self.url)/\(Self.id)",
      ]
    )
  }

  @Test func `one that is there is a conflict, and one that somebody has an own for stays`()
    async throws
  {
    let transport = try ScriptedTransport(
      .recorded("registered limit created, taken"),
      .recorded("registered limit changed, others have their own")
    )
    let client = V3Client.make(transport: transport)
    let taken = await failure { () throws(KeystoneError) in
      _ = try await client.createRegisteredLimit(
        V3NewRegisteredLimit(serviceID: "s", resource: "servers", value: 1)
      )
    }
    #expect(taken?.status == 409)
    let held = await failure { () throws(KeystoneError) in
      try await client.updateRegisteredLimit(id: "l", V3RegisteredLimitUpdate(value: 1))
    }
    #expect(held?.status == 403)
  }

  @Test(arguments: [
    #"{"registered_limits": []}"#,
    #"{"registered_limits": [{"id": "l", "resource_name": "r", "default_limit": "10"}]}"#,
    #"{"registered_limits": [{"id": "l", "resource_name": "r", "default_limit": 1.5}]}"#,
    #"{"registered_limits": [{"id": "l", "resource_name": "r"}]}"#,
    #"{"registered_limit": {"id": "l"}}"#,
  ])
  func `an answer without the limit that was made is none`(body: String) async {
    let client = V3Client.make(transport: ScriptedTransport(.json(201, body)))
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.createRegisteredLimit(
        V3NewRegisteredLimit(serviceID: "s", resource: "r", value: 1)
      )
    }
    guard case .unreadable(.unexpectedShape, _) = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
