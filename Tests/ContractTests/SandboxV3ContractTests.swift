import KeystoneClient
import KeystoneSandbox
import Testing

@Suite struct SandboxV3ContractTests {
  @Test(arguments: KeystoneRelease.allCases, V3ContractCase.all)
  func sandboxKeeps(_ release: KeystoneRelease, _ contract: V3ContractCase) async throws {
    guard contract.releases.contains(release) else { return }
    let settings = try self.configuration(release, contract.setting)
    let sandbox = try await KeystoneSandbox.start(settings)
    var configuration = CurlConfiguration()
    configuration.usesProxyEnvironment = false
    let transport = try CurlTransport(configuration: configuration)
    let keystone = try await V3Keystone(
      transport,
      root: String(sandbox.version3URL.dropLast("/v3".count)),
      release: release,
      adminPassword: "secret"
    )
    try await contract.check(keystone)
    transport.shutdown()
    await sandbox.stop()
  }

  @Test func caseNamesAreUnique() {
    #expect(Set(V3ContractCase.all.map(\.name)).count == V3ContractCase.all.count)
  }

  private func configuration(
    _ release: KeystoneRelease,
    _ setting: V3ContractCase.Setting
  ) throws -> SandboxConfiguration {
    var configuration = SandboxConfiguration(
      release: try #require(SandboxRelease(rawValue: release.rawValue)),
      adminPassword: "secret"
    )
    switch setting {
    case .usual: break
    case .listLimit: configuration.listLimit = 2
    case .databaseLimit: configuration.databaseLimit = 3
    case .mariaDB: configuration.comparesNamesAsMariaDB = true
    }
    return configuration
  }
}
