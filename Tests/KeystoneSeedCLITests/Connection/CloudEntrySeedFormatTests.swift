import IdentityModel
import Testing

@testable import KeystoneSeedCLI

struct CloudEntrySeedFormatTests {
  private func entries(_ text: String) throws -> [String: CloudEntry] {
    try CloudEntry.entries(of: Array(text.utf8), path: "clouds.yaml")
  }

  @Test func everySettingIsTakenOver() throws {
    let entries = try entries(
      """
      clouds:
        lab:
          region_name: one
          cacert: ca.pem
          cert: client.pem
          key: client.key
          verify: false
          auth:
            auth_url: http://192.0.2.1:5000/v2.0
            username: admin
            password: correct horse
            project_name: ops
            project_id: 7d8c
            token: t0ken
            endpoint: http://192.0.2.1:35357/v2.0
      """
    )
    #expect(
      entries == [
        "lab": CloudEntry(
          authURL: "http://192.0.2.1:5000/v2.0",
          username: "admin",
          password: Secret("correct horse"),
          tenantName: "ops",
          tenantID: "7d8c",
          token: Secret("t0ken"),
          endpoint: "http://192.0.2.1:35357/v2.0",
          region: "one",
          caCertificate: "ca.pem",
          certificate: "client.pem",
          key: "client.key",
          verify: false
        )
      ]
    )
  }

  @Test func fileThatIsNoneIsSaidToBeInItsOwnLines() throws {
    let error = #expect(throws: UnreadableClouds.self) { try entries("clouds: [a\n") }
    let message = try #require(error).message
    #expect(message.summary == "clouds.yaml cannot be read")
    #expect(message.hints.count == 1)
    #expect(message.hints.allSatisfy { $0.hasPrefix("clouds.yaml:") })
  }

  @Test(arguments: zip(ConnectionSetting.allCases, ConnectionSetting.allCases.indices))
  func emptyValueCountsAsUnset(setting: ConnectionSetting, index: Int) {
    #expect(CloudEntry(authURL: "", token: Secret(""))[setting] == nil)
  }
}
