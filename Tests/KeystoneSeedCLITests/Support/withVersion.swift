import KeystoneSandbox

@testable import KeystoneSeedCLI

/// Gives a test a lab that speaks either version.
///
/// - Parameters:
///   - release: Which Keystone the sandbox is, over v3; nil for v2.0 with the admin token.
///   - environment: Variables beside those of the connection.
///   - body: The test.
/// - Throws: What the test throws.
func withVersion(
  _ release: SandboxRelease?,
  environment: [String: String] = [:],
  _ body: (Lab) async throws -> Void
) async throws {
  if let release {
    try await withVersion3(release, environment: environment, body)
  } else {
    try await withLab { lab in
      var lab = lab
      lab.environment.merge(environment) { _, given in given }
      try await body(lab)
    }
  }
}
