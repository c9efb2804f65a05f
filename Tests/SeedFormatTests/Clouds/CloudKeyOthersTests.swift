import Testing

@testable import SeedFormat

@Suite struct CloudKeyOthersTests {
  @Test(arguments: [
    "networks", "interface", "user_domain_name", "volume_api_version", "compute_endpoint_override",
    "identity_region_name", "client_id", "force_ipv4", "region",
  ])
  func whatOtherClientsReadIsTheirs(name: String) {
    #expect(CloudKey.isOfOthers(name))
  }

  @Test(arguments: ["pasword", "tennant_name", "auth_ulr", "usrname", "cacret"])
  func slipIsNobodys(name: String) {
    #expect(!CloudKey.isOfOthers(name))
  }
}
