import FoundationEssentials
import KeystoneClient
import Testing

/// The same cases on the real thing, which is right wherever the two differ.
@Suite(
  .serialized,
  .enabled(
    if: RealV3Keystone.isNamed,
    "needs KEYSTONE_REAL_PASSWORD: script/real integration starts one"
  )
)
struct RealV3ContractTests {
  @Test(arguments: RealV3Keystone.cases)
  func realKeystoneKeeps(_ contract: V3ContractCase) async throws {
    try await contract.check(try await RealV3Keystone.shared.value)
  }
}

/// The Keystone that the environment names, with what a bootstrap makes.
enum RealV3Keystone {
  private static let environment = ProcessInfo.processInfo.environment
  private static let release =
    environment["KEYSTONE_REAL_RELEASE"].flatMap(KeystoneRelease.init) ?? .current
  /// How it is configured, or nil where that is nothing to v3.
  private static let setting = V3ContractCase.Setting(
    rawValue: environment["KEYSTONE_REAL_SETTING"] ?? "usual"
  )

  static var isNamed: Bool { environment["KEYSTONE_REAL_PASSWORD"] != nil }

  /// Those about such a release, set so.
  static let cases = V3ContractCase.all.filter {
    $0.setting == setting && $0.releases.contains(release)
  }

  /// One login for all cases.
  static let shared = Task {
    let address = environment["KEYSTONE_REAL_URL"] ?? environment["KEYSTONE_REAL_PUBLIC_URL"]
    let version = release == .pike ? "/v2.0" : "/v3"
    var configuration = CurlConfiguration()
    configuration.usesProxyEnvironment = false
    return try await V3Keystone(
      try CurlTransport(configuration: configuration),
      root: String(try #require(address).dropLast(version.count)),
      release: release,
      adminPassword: try #require(environment["KEYSTONE_REAL_PASSWORD"])
    )
  }
}
