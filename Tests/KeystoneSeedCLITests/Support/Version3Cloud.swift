import KeystoneClient
import KeystoneSandbox
import TestSupport
import Testing
import Texts

@testable import KeystoneSeedCLI

/// A sandbox that is spoken to over v3, as the user admin whom `keystone-manage bootstrap` makes.
struct Version3Cloud: Sendable {
  var lab: Lab
  /// Does by hand what no seed asks for.
  let outsider: V3Client

  static let password = "admin's secret"

  /// The one user of a name.
  func user(_ name: String) async throws -> V3User {
    try #require(try await outsider.users(ofDomain: "default", named: name).only)
  }

  /// The one project of a name.
  func project(_ name: String) async throws -> V3Project {
    try #require(try await outsider.projects(ofDomain: "default", named: name).only)
  }

  /// The one role of a name.
  func role(_ name: String) async throws -> V3Role {
    try #require(try await outsider.roles(named: name).only)
  }

  /// The one service of a name.
  func service(_ name: String) async throws -> V3Service {
    try #require(try await outsider.services(named: name).only)
  }

  /// The one row of an interface of a service.
  func endpoint(
    _ service: String,
    _ interface: String
  ) async throws -> EndpointInterfaceRecord {
    let id = try await self.service(service).id
    return try #require(try await outsider.endpoints(ofService: id, interface: interface).only)
  }

  /// Verifies, and makes sure that nothing was written and no secret shown.
  func verify(as format: OutputFormat = .text) async -> Lab.Run { await lab.verify(as: format) }
}

/// Gives a test what bootstrap makes, a seed for it, and a way to do by hand what no seed asks for.
func withVersion3Cloud(
  _ configuration: SandboxConfiguration,
  seed: String,
  _ body: (Version3Cloud) async throws -> Void
) async throws {
  var configuration = configuration
  configuration.adminPassword = Version3Cloud.password
  try await withLab(configuration) { lab in
    var lab = lab
    let url = lab.sandbox.version3URL
    lab.environment = [
      "OS_USERNAME": "admin", "OS_PASSWORD": Version3Cloud.password, "OS_PROJECT_NAME": "admin",
      "OS_AUTH_URL": url, "ADMIN_PASSWORD": Version3Cloud.password,
      "NOVA_PASSWORD": "nova's secret",
    ]
    try lab.declare(seed)
    let transport = try CurlTransport(configuration: CurlConfiguration())
    defer { transport.shutdown() }
    let admin = V3UserReference.name("admin", domain: .default)
    let scope = V3Scope.project(.name("admin", domain: .default))
    let outsider = V3Client(
      endpoint: url,
      authentication: .login(.password(admin, Secret(Version3Cloud.password), scope: scope)),
      transport: transport
    )
    try await body(Version3Cloud(lab: lab, outsider: outsider))
  }
}
