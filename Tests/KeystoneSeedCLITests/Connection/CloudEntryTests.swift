import IdentityModel
import Testing

@testable import KeystoneSeedCLI

struct CloudEntryTests {
  private static let entry = CloudEntry(
    authURL: "http://192.0.2.1:5000",
    username: "admin",
    password: Secret("correct horse"),
    tenantName: "ops",
    tenantID: "7d8c",
    token: Secret("t0ken"),
    endpoint: "http://192.0.2.1:35357",
    region: "one",
    caCertificate: "ca.pem",
    certificate: "client.pem",
    key: "client.key"
  )

  private static let values: [(ConnectionSetting, String)] = [
    (.token, "t0ken"), (.endpoint, "http://192.0.2.1:35357"), (.username, "admin"),
    (.password, "correct horse"), (.tenantName, "ops"), (.tenantID, "7d8c"),
    (.authURL, "http://192.0.2.1:5000"), (.region, "one"), (.caCertificate, "ca.pem"),
    (.certificate, "client.pem"), (.key, "client.key"),
  ]

  @Test(arguments: values)
  func everySettingHasItsOwnPlace(setting: ConnectionSetting, value: String) {
    #expect(Self.entry[setting] == value)
    #expect(CloudEntry()[setting] == nil)
  }

  @Test func emptyValueCountsAsUnset() {
    let entry = CloudEntry(authURL: "", password: Secret(""), token: Secret(""))
    #expect(ConnectionSetting.allCases.allSatisfy { entry[$0] == nil })
  }
}
