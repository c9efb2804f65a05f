import KeystoneClient
import Testing

@Suite struct KeystoneClientServicesTests {
  @Test func listsServicesUnderTheirOddName() async throws {
    let transport = ScriptedTransport(
      .json(
        200,
        """
        {"OS-KSADM:services": [{"name": "cinder", "description": "OpenStack Volume Service",
        "id": "3626", "type": "volume", "enabled": true},
        {"name": "", "id": "71a1", "type": "metering", "enabled": true}, {"id": "old"}]}
        """
      )
    )
    let services = try await KeystoneClient.make(transport: transport).services()
    #expect(
      services == [
        ServiceRecord(
          id: "3626",
          name: "cinder",
          type: "volume",
          description: "OpenStack Volume Service"
        ),
        ServiceRecord(id: "71a1", name: "", type: "metering"),
        ServiceRecord(id: "old", name: "", type: ""),
      ]
    )
    #expect(await transport.lines == ["GET http://127.0.0.1:35357/v2.0/OS-KSADM/services"])
  }

  @Test func createsAService() async throws {
    let transport = ScriptedTransport(
      .json(
        200,
        """
        {"OS-KSADM:service": {"name": "nova", "description": "OpenStack Compute Service",
        "id": "53dc", "type": "compute", "enabled": true}}
        """
      )
    )
    let service = try await KeystoneClient.make(transport: transport).createService(
      NewService(name: "nova", type: "compute", description: "OpenStack Compute Service")
    )
    #expect(service.id == "53dc")
    #expect(
      await transport.lines == [
        "POST http://127.0.0.1:35357/v2.0/OS-KSADM/services "
          + #"{"OS-KSADM:service":{"description":"OpenStack Compute Service","#
          + #""name":"nova","type":"compute"}}"#
      ]
    )
  }

  @Test func deletesAService() async throws {
    let transport = ScriptedTransport(.noContent)
    try await KeystoneClient.make(transport: transport).deleteService(id: "53dc")
    #expect(await transport.lines == ["DELETE http://127.0.0.1:35357/v2.0/OS-KSADM/services/53dc"])
  }
}
