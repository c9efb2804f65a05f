import KeystoneClient
import KeystoneSandbox
import TestSupport
import Testing

@testable import KeystoneSeedCLI

/// The seed that a verified cloud is as.
let verifiedSeed = """
  regions:
    RegionOne: {public: "http://203.0.113.10", internal: "http://10.1.0.10"}
  roles: [admin, Member]
  tenants: {admin: {}, service: {}}
  users:
    admin: {password: {env: ADMIN_PASSWORD}, roles: {admin: [admin]}}
    nova: {password: {env: NOVA_PASSWORD}, roles: {service: [Member]}}
  services:
    nova: {type: compute, endpoints: ":8774/v2/$(tenant_id)s"}
  """

/// Gives a test a cloud that is as its seed says, looked at by its administrator; nobody has left a
/// token open.
func withVerifiedCloud(
  _ seed: String = verifiedSeed,
  adminToken: String = "e3b0c442",
  _ body: (Lab) async throws -> Void
) async throws {
  try await withLab(SandboxConfiguration(adminToken: adminToken)) { lab in
    var lab = lab
    lab.environment["ADMIN_PASSWORD"] = "admin's secret"
    lab.environment["NOVA_PASSWORD"] = "nova's secret"
    try lab.declare(seed)
    #expect(await lab.run("apply").status == .success)
    lab.environment["OS_SERVICE_TOKEN"] = nil
    lab.environment["OS_SERVICE_ENDPOINT"] = nil
    lab.environment["OS_AUTH_URL"] = lab.sandbox.adminURL
    lab.environment["OS_USERNAME"] = "admin"
    lab.environment["OS_PASSWORD"] = "admin's secret"
    lab.environment["OS_TENANT_NAME"] = "admin"
    try await body(lab)
  }
}

extension Lab {
  /// The one user of a name.
  func user(_ name: String) async throws -> UserRecord {
    try #require(try await outsider.users().filter { $0.name == name }.only)
  }

  /// Verifies, and makes sure that nothing was written and no secret shown.
  func verify(as format: OutputFormat = .text) async -> Run {
    let run = await run("verify", "--output", format.rawValue)
    #expect(run.writes == [])
    #expect(!run.shown.contains("secret"))
    return run
  }
}
