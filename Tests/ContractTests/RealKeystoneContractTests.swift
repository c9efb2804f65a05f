import FoundationEssentials
import KeystoneClient
import Testing

/// The same cases on the real thing, which is right wherever the two differ.
@Suite(
  .serialized,
  .enabled(
    if: RealKeystone.isNamed,
    "needs KEYSTONE_REAL_ADMIN_URL: script/real integration starts one"
  )
)
struct RealKeystoneContractTests {
  @Test(arguments: ContractCase.all.filter { $0.setting == RealKeystone.setting })
  func realKeystoneKeeps(_ contract: ContractCase) async throws {
    try await contract.check(try RealKeystone.shared())
  }
}

/// The Keystone that the environment names.
enum RealKeystone {
  private static let environment = ProcessInfo.processInfo.environment
  private static let transport = Result {
    var configuration = CurlConfiguration()
    configuration.usesProxyEnvironment = false
    return try CurlTransport(configuration: configuration)
  }

  /// How it is configured.
  static let setting =
    environment["KEYSTONE_REAL_SETTING"].flatMap(ContractCase.Setting.init) ?? .usual

  static var isNamed: Bool { environment["KEYSTONE_REAL_ADMIN_URL"] != nil }

  static func shared() throws -> Keystone {
    let adminURL = try #require(environment["KEYSTONE_REAL_ADMIN_URL"])
    let adminToken = try #require(environment["KEYSTONE_REAL_TOKEN"])
    let transport = try transport.get()
    return Keystone(
      transport: transport,
      adminURL: adminURL,
      publicURL: try #require(environment["KEYSTONE_REAL_PUBLIC_URL"]),
      adminToken: adminToken,
      addForeignEndpoint: { serviceID, region in
        let endpoint: JSON = [
          "service_id": .string(serviceID), "region_id": .string(region), "interface": "public",
          "url": "http://foreign",
        ]
        let response = try await transport.send(
          HTTPRequest(
            .post,
            url: adminURL.dropLast("/v2.0".count) + "/v3/endpoints",
            headers: [
              HTTPHeader("X-Auth-Token", adminToken),
              HTTPHeader("Content-Type", "application/json"),
            ],
            body: Array(try JSONEncoder().encode(["endpoint": endpoint]))
          )
        )
        #expect(response.status == 201)
        return Reply(response)["endpoint"]["id"].text
      }
    )
  }
}
