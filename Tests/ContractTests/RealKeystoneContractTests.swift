import FoundationEssentials
import KeystoneClient
import Testing

/// The same cases on the real thing, which is right wherever the two differ.
@Suite(
  .serialized,
  .enabled(
    if: RealKeystone.isNamed,
    "needs KEYSTONE_REAL_ADMIN_URL: script/integration starts one"
  )
)
struct RealKeystoneContractTests {
  @Test(arguments: ContractCase.all)
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

  static var isNamed: Bool { environment["KEYSTONE_REAL_ADMIN_URL"] != nil }

  static func shared() throws -> Keystone {
    Keystone(
      transport: try transport.get(),
      adminURL: try #require(environment["KEYSTONE_REAL_ADMIN_URL"]),
      publicURL: try #require(environment["KEYSTONE_REAL_PUBLIC_URL"]),
      adminToken: try #require(environment["KEYSTONE_REAL_TOKEN"])
    )
  }
}
