import KeystoneSandbox

@testable import KeystoneSeedCLI

/// Gives a test a lab that speaks v3 as the user admin whom `keystone-manage bootstrap` makes.
///
/// - Parameters:
///   - release: Which Keystone the sandbox is.
///   - environment: Variables beside those of the login, or in their stead.
///   - body: The test.
/// - Throws: What the test throws.
func withVersion3(
  _ release: SandboxRelease,
  environment: [String: String] = [:],
  _ body: (Lab) async throws -> Void
) async throws {
  let configuration = SandboxConfiguration(release: release, adminPassword: "s3cret")
  try await withLab(configuration) { lab in
    var lab = lab
    lab.environment = [
      "OS_USERNAME": "admin", "OS_PASSWORD": "s3cret", "OS_PROJECT_NAME": "admin",
      "OS_AUTH_URL": lab.sandbox.version3URL,
    ].merging(environment) { _, given in given }
    try await body(lab)
  }
}
