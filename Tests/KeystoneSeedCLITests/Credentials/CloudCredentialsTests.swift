import ArgumentParser
import IdentityModel
import KeystoneClient
import SeedFormat
import Testing
import Texts

@testable import KeystoneSeedCLI

/// What is written is understood by the connection that reads the same.
@Suite struct CloudCredentialsTests {
  private func settings(
    _ environment: [String: String] = [:],
    cloud: Cloud? = nil
  ) throws -> ConnectionSettings {
    let resolver = ConnectionResolver(
      options: try ConnectionOptions.parse([]),
      environment: Environment(environment),
      cloud: cloud
    )
    let resolution = try resolver.resolve { _ in nil }
    #expect(resolution.warnings == [])
    return resolution.settings
  }

  private func login(
    at url: String,
    _ domain: Credentials.DomainReference
  ) throws -> ConnectionSettings.Authentication {
    .login(
      .password(.name("ann", domain), Secret("it's"), .project(.name("demo", domain))),
      authURL: try KeystoneURL(url)
    )
  }

  static let cases: [(String, IdentityVersion, Credentials.DomainReference)] = [
    ("http://k:5000/v2.0", .v2, .assumed), ("https://k/identity/v3", .v3, .name("Default")),
  ]

  @Test(arguments: cases)
  func `the variables lead to the same login`(
    url: String,
    version: IdentityVersion,
    domain: Credentials.DomainReference
  ) throws {
    let credentials = try CloudCredentials.make(
      user: "ann",
      password: "it's",
      tenant: "demo",
      authURL: url,
      region: "R"
    )
    let pairs = credentials.variables.map { ($0.name, $0.value) }
    let settings = try settings(Dictionary(uniqueKeysWithValues: pairs))
    #expect(try settings.authentication == login(at: url, domain))
    #expect(settings.region == "R")
    guard case .named(version, by: _) = settings.version else {
      Issue.record("\(settings.version)")
      return
    }
  }

  @Test(arguments: cases)
  func `the entry of clouds yaml leads to the same login`(
    url: String,
    version: IdentityVersion,
    domain: Credentials.DomainReference
  ) throws {
    let credentials = try CloudCredentials.make(
      user: "ann",
      password: "it's",
      tenant: "demo",
      authURL: url
    )
    let text = CloudsEntryFile(credentials: credentials, cloud: "c").text
    let entries = try CloudFiles.entries(of: Array(text.utf8), path: "c.yaml")
    let cloud = Cloud(name: "c", entry: try #require(entries["c"]))
    #expect(cloud.entry.misspellings == [])
    let settings = try settings(cloud: cloud)
    #expect(try settings.authentication == login(at: url, domain))
    guard case .named(version, by: _) = settings.version else {
      Issue.record("\(settings.version)")
      return
    }
  }

  @Test func `over v3 there are domains and a version, and no tenant`() throws {
    let credentials = try CloudCredentials.make(authURL: "http://k:5000/v3", region: nil)
    #expect(
      credentials.variables.map { "\($0.name)=\($0.value)" } == [
        "OS_USERNAME=admin", "OS_PASSWORD=secret", "OS_PROJECT_NAME=admin",
        "OS_USER_DOMAIN_NAME=Default", "OS_PROJECT_DOMAIN_NAME=Default",
        "OS_AUTH_URL=http://k:5000/v3", "OS_IDENTITY_API_VERSION=3",
      ]
    )
  }
}
