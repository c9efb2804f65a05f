import IdentityModel
import SeedFormat
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite struct CloudsEntryFileTests {
  @Test func `an entry says all that a client needs`() throws {
    let credentials = try CloudCredentials.make(caCertificate: "/etc/ssl/cloud.pem")
    #expect(
      CloudsEntryFile(credentials: credentials, cloud: "test").text == """
        # Made by keystone-seed credentials. It holds a password.
        clouds:
          "test":
            auth:
              auth_url: "http://192.0.2.1:5000/v2.0"
              username: "admin"
              password: "secret"
              project_name: "admin"
            region_name: "regionOne"
            cacert: "/etc/ssl/cloud.pem"

        """
    )
  }

  @Test func `an entry of v3 says the domains and the version`() throws {
    let credentials = try CloudCredentials.make(authURL: "https://k/identity/v3", region: nil)
    #expect(
      CloudsEntryFile(credentials: credentials, cloud: "test").text == """
        # Made by keystone-seed credentials. It holds a password.
        clouds:
          "test":
            auth:
              auth_url: "https://k/identity/v3"
              username: "admin"
              password: "secret"
              project_name: "admin"
              user_domain_name: "Default"
              project_domain_name: "Default"
            identity_api_version: 3

        """
    )
  }

  @Test func `an entry is read back as it was, whatever it holds`() throws {
    for text in HardPassword.all where !text.isEmpty {
      let name = QualifiedName(text)
      let credentials = try CloudCredentials.make(
        user: name,
        password: text,
        tenant: name,
        region: name.name
      )
      let file = CloudsEntryFile(credentials: credentials, cloud: text).text
      let entries = try CloudFiles.entries(of: Array(file.utf8), path: "clouds.yaml")
      #expect(entries.keys.map { Name($0) } == [name.name])
      let entry = try #require(entries[text])
      #expect(entry.password?.secret == Secret(text), "\(text.debugDescription)")
      #expect(entry.username.map { QualifiedName($0.text) } == name)
      #expect(entry.tenantName.map { QualifiedName($0.text) } == name)
      #expect(entry.region.map { Name($0.text) } == name.name)
      #expect(entry.authURL?.text == "http://192.0.2.1:5000/v2.0")
    }
  }
}
