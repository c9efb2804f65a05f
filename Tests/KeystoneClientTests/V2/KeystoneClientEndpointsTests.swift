import KeystoneClient
import Testing

@Suite struct KeystoneClientEndpointsTests {
  @Test func listsEndpointsWithTheirTemplatesUntouched() async throws {
    let transport = ScriptedTransport(
      .json(
        200,
        """
        {"endpoints": [
          {"id": "05aa", "service_id": "3626", "enabled": true, "region": "regionOne",
           "publicurl": "http://p:8776/v1/$(tenant_id)s",
           "internalurl": "http://i:8776/v1/%(tenant_id)s",
           "adminurl": "http://a:8776/v1/$(tenant_id)s"},
          {"id": "f11d", "service_id": "71a1", "enabled": false, "region": null,
           "publicurl": "not a url", "adminurl": null}]}
        """
      )
    )
    let endpoints = try await KeystoneClient.make(transport: transport).endpoints()
    #expect(
      endpoints == [
        EndpointRecord(
          id: "05aa",
          serviceID: "3626",
          region: "regionOne",
          publicURL: "http://p:8776/v1/$(tenant_id)s",
          internalURL: "http://i:8776/v1/%(tenant_id)s",
          adminURL: "http://a:8776/v1/$(tenant_id)s"
        ),
        EndpointRecord(id: "f11d", serviceID: "71a1", publicURL: "not a url", enabled: false),
      ]
    )
    #expect(await transport.lines == ["GET http://127.0.0.1:35357/v2.0/endpoints"])
  }

  @Test func createsAnEndpointUnderLowerCaseKeys() async throws {
    let answer = HTTPResponse.json(
      200,
      """
      {"endpoint": {"region": "r2", "service_id": "71a1", "publicurl": "http://p/%(tenant_id)s",
      "id": "5f79"}}
      """
    )
    let transport = ScriptedTransport(answer, answer)
    let client = KeystoneClient.make(transport: transport)
    let endpoint = try await client.createEndpoint(
      NewEndpoint(serviceID: "71a1", region: "r2", publicURL: "http://p/%(tenant_id)s")
    )
    #expect(
      endpoint
        == EndpointRecord(
          id: "5f79",
          serviceID: "71a1",
          region: "r2",
          publicURL: "http://p/%(tenant_id)s"
        )
    )
    _ = try await client.createEndpoint(
      NewEndpoint(
        serviceID: "71a1",
        region: nil,
        publicURL: "http://p",
        internalURL: "http://i",
        adminURL: "http://a"
      )
    )
    let url = "http://127.0.0.1:35357/v2.0/endpoints"
    #expect(
      await transport.lines == [
        "POST \(url) "
          + #"{"endpoint":{"publicurl":"http://p/%(tenant_id)s","region":"r2","#
          + #""service_id":"71a1"}}"#,
        "POST \(url) "
          + #"{"endpoint":{"adminurl":"http://a","internalurl":"http://i","#
          + #""publicurl":"http://p","service_id":"71a1"}}"#,
      ]
    )
  }

  @Test func deletesAnEndpoint() async throws {
    let transport = ScriptedTransport(.noContent)
    try await KeystoneClient.make(transport: transport).deleteEndpoint(id: "a17f")
    #expect(await transport.lines == ["DELETE http://127.0.0.1:35357/v2.0/endpoints/a17f"])
  }
}
