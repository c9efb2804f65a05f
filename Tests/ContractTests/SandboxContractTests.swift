import KeystoneClient
import KeystoneSandbox
import Testing

@Suite struct SandboxContractTests {
  @Test(arguments: ContractCase.all)
  func sandboxKeeps(_ contract: ContractCase) async throws {
    let sandbox = try await KeystoneSandbox.start(contract.setting.sandbox)
    var configuration = CurlConfiguration()
    configuration.usesProxyEnvironment = false
    let transport = try CurlTransport(configuration: configuration)
    try await contract.check(
      Keystone(
        transport: transport,
        adminURL: sandbox.adminURL,
        publicURL: sandbox.publicURL,
        adminToken: "ADMIN",
        addForeignEndpoint: { serviceID, region in
          let id = try sandbox.addForeignEndpoint(
            serviceID: serviceID,
            region: region,
            publicURL: "http://foreign"
          )
          return try #require(id)
        }
      )
    )
    transport.shutdown()
    await sandbox.stop()
  }

  @Test func caseNamesAreUnique() {
    #expect(Set(ContractCase.all.map(\.name)).count == ContractCase.all.count)
  }
}

extension ContractCase.Setting {
  /// A sandbox that is set so.
  fileprivate var sandbox: SandboxConfiguration {
    var configuration = SandboxConfiguration()
    switch self {
    case .usual: break
    case .lockout:
      configuration.lockoutFailureAttempts = 2
    case .lockoutThatEnds:
      configuration.lockoutFailureAttempts = 2
      configuration.lockoutDuration = 2
    case .firstUse: configuration.changePasswordUponFirstUse = true
    case .listLimit: configuration.listLimit = 2
    case .mariaDB: configuration.comparesNamesAsMariaDB = true
    }
    return configuration
  }
}
