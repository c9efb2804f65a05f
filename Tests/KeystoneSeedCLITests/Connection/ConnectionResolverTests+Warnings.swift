import Testing

@testable import KeystoneSeedCLI

/// What is said of keys and variables that are not used.
extension ConnectionResolverTests {
  @Test(arguments: [
    (
      "{auth: {auth_url: http://a, username: u, password: p, tennant_name: t}}", "tennant_name"
    ),
    ("{auth: {auth_url: http://a, username: u, password: p}, cacret: /x}", "cacret"),
  ])
  func keyThatIsMisspeltIsSaidThoughNothingIsMissing(
    yaml: String,
    word: String
  ) throws {
    let warnings = try resolve([:], cloud: try .test(yaml)).warnings.map(\.text)
    #expect(warnings.count == 1)
    #expect(warnings.joined().hasPrefix("c.yaml:2:"))
    #expect(warnings.joined().contains("\"\(word)\" means nothing here; did you mean \""))
  }

  /// What openstacksdk, os-client-config and keystoneauth read.
  @Test func keysOfOtherClientsAreNoSlips() throws {
    let entry = """
      {auth: {auth_url: http://a, username: u, password: p, user_domain_name: d, project_domain: d,
        default_domain_id: d, client_id: x, protocol: x, tenant: t, region_name: r, verify: false},
       interface: internal, endpoint_type: internal, networks: [], image_format: raw, region: r,
       compute_api_version: 2, identity_interface: admin, object_store_endpoint_override: x,
       message: x, status: active, vendor_hook: x, private: true, rate_limit: {}, client: {}}
      """.replacing("\n", with: " ")
    #expect(try resolve([:], cloud: try .test(entry)).warnings == [])
  }

  static let otherAddresses: [(environment: [String: String], variables: [String])] = [
    (token.merging(["OS_AUTH_URL": "http://b:5000/v2.0"]) { $1 }, ["OS_AUTH_URL"]),
    (
      login.merging(["OS_ENDPOINT": "http://b:35357", "OS_URL": "http://c"]) { $1 },
      ["OS_ENDPOINT", "OS_URL"]
    ),
    (token.merging(["OS_AUTH_URL": token["OS_SERVICE_ENDPOINT"] ?? ""]) { $1 }, []),
    (login.merging(["OS_URL": login["OS_AUTH_URL"] ?? ""]) { $1 }, []),
  ]

  @Test(arguments: otherAddresses)
  func variableThatLeadsElsewhereIsSaidToBePassedOver(
    environment: [String: String],
    variables: [String]
  ) throws {
    let resolution = try resolve(environment)
    let address = resolution.settings.address
    #expect(
      resolution.warnings
        == (variables.isEmpty ? [] : [.addressPassedOver(variables: variables, used: address)])
    )
    for warning in resolution.warnings {
      #expect(
        warning.text.hasSuffix("elsewhere: not used, since what is reached is \(address.text)")
      )
    }
  }

  @Test func addressOfTheSameKeystoneIsNotPassedOver() throws {
    let cloud = try Cloud.test(Self.staging, isAskedFor: true)
    let environment = ["OS_AUTH_URL": "http://staging:35357/v2.0", "OS_URL": "http://STAGING:5000"]
    #expect(try resolve(environment, cloud: cloud).warnings == [])
  }
}
