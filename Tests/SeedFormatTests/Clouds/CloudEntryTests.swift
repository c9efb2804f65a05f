import SeedFormat
import Testing

@Suite struct CloudEntryTests {
  private func entry(_ yaml: String, file: String = "f") throws -> CloudEntry {
    let clouds = try CloudsFile.decode(Array("clouds:\n  x: \(yaml)\n".utf8), file: file)
    return try #require(clouds["x"])
  }

  @Test func `another file's keys are merged over, one by one`() throws {
    var merged = try entry("{region_name: r, auth: {username: u, password: old, project_name: t}}")
    merged.merge(try entry("{auth: {password: new, project_name: }}", file: "secure.yaml"))
    #expect(merged.username?.text == "u")
    #expect(merged.password?.text == "new")
    #expect(merged.password?.place == "secure.yaml:2:24")
    #expect(merged.tenantName == nil)
    #expect(merged.region?.text == "r")
  }

  @Test func `a vendor's profile is what the entry stands on`() throws {
    let profile = try entry("{region_name: v, auth: {auth_url: \"http://{region_name}\"}}")
    let own = try entry("{auth: {username: u}}")
    let merged = own.over(profile)
    #expect(merged.authURL?.text == "http://v")
    #expect(merged.username?.text == "u")
  }

  @Test func `a region's values take the place of the cloud's`() throws {
    let cloud = try entry(
      """
      {auth: {username: u, project_name: t}, regions: [one, {name: two, \
      values: {auth: {project_name: t2}, verify: no}}]}
      """
    )
    let first = try cloud.inRegion(nil)
    #expect(first.region?.text == "one")
    #expect(first.tenantName?.text == "t")
    let second = try cloud.inRegion("two")
    #expect(second.region?.text == "two")
    #expect(second.tenantName?.text == "t2")
    #expect(second.username?.text == "u")
    #expect(second.trustsAnyCertificate == true)
    let error = #expect(throws: CloudEntry.UnknownRegion.self) { try cloud.inRegion("three") }
    #expect(error?.region == "three")
    #expect(error?.known == ["one", "two"])
  }

  @Test func `the first of a list of regions is the cloud's`() throws {
    #expect(try entry("{region_name: \"a,b\"}").inRegion(nil).region?.text == "a")
    #expect(try entry("{region_name: [a, b]}").inRegion(nil).region?.text == "a")
  }

  @Test func `a region of the entry's own is not one of the vendor's list`() throws {
    let profile = try entry("{regions: [{name: v, values: {auth: {project_name: t}}}]}")
    let merged = try entry("{region_name: own}").over(profile).inRegion(nil)
    #expect(merged.region?.text == "own")
    #expect(merged.tenantName == nil)
  }

  @Test(arguments: [
    ("{auth: {trust_id: 1}}", ["trust_id"]), ("{passcode: 123}", ["passcode"]),
    ("{auth: {system_scope: all, domain_name: d, application_credential_id: 1}}", []),
  ])
  func `what belongs to other logins is known`(yaml: String, keys: [String]) throws {
    #expect(try entry(yaml).ofOtherLogins.map(\.key.rawValue) == keys)
  }

  @Test func `what a login of v3 needs is read`() throws {
    let values: [(yaml: String, value: KeyPath<CloudEntry, CloudValue?>, text: String)] = [
      ("{auth: {user_domain_name: d}}", \.userDomainName, "d"),
      ("{user-domain-id: d, auth: {user_domain_id: e}}", \.userDomainID, "d"),
      ("{auth: {project_domain_name: d}}", \.projectDomainName, "d"),
      ("{project_domain_id: d}", \.projectDomainID, "d"),
      ("{auth: {domain_name: d}}", \.domainName, "d"), ("{auth: {domain_id: d}}", \.domainID, "d"),
      ("{auth: {default_domain_name: d}}", \.defaultDomainName, "d"),
      ("{default_domain: e, auth: {default_domain_id: d}}", \.defaultDomainID, "d"),
      ("{default_domain: d}", \.defaultDomainID, "d"),
      ("{auth: {system_scope: all}}", \.systemScope, "all"),
      ("{auth: {application_credential_id: i}}", \.applicationCredentialID, "i"),
      ("{application_credential_name: n}", \.applicationCredentialName, "n"),
      ("{auth: {application-credential-secret: s}}", \.applicationCredentialSecret, "s"),
    ]
    for (yaml, value, text) in values {
      #expect(try entry(yaml)[keyPath: value]?.text == text, "\(yaml)")
    }
  }

  @Test(arguments: [
    ("{auht: {}}", "auht", "auth"), ("{auth: {user-nam: u}}", "user-nam", "user_name"),
    ("{ca_cert: f}", "ca_cert", "cacert"),
  ])
  func `a key that may be another is noticed`(
    yaml: String,
    word: String,
    suggestion: String
  ) throws {
    let misspellings = try entry(yaml).misspellings
    #expect(misspellings.map(\.word) == [word])
    #expect(misspellings.map(\.suggestion) == [suggestion])
    #expect(misspellings.allSatisfy { $0.place.hasPrefix("f:2:") })
  }

  @Test(arguments: [
    "{interface: admin, region: r, volume_api_version: 2, metric_api_version: 1}",
    "{auth: {user_domain_name: Default, project_domain_id: default, default_domain_id: d}}",
    "{networks: [], endpoint_type: admin, auth_methods: [password], api_timeout: 3}",
  ])
  func `a key of another program is none`(yaml: String) throws {
    #expect(try entry(yaml).misspellings.isEmpty)
  }

  @Test func `an entry knows where it begins`() throws {
    let own = try entry("{auth: {username: u}}", file: "own.yaml")
    #expect(own.place == "own.yaml:2:3")
    #expect(own.over(try entry("{}", file: "profile.yaml")).place == "own.yaml:2:3")
  }
}
