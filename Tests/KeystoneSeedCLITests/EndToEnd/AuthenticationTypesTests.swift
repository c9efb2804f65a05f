import KeystoneClient
import KeystoneSandbox
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite("Every type of login that clouds.yaml may name")
struct AuthenticationTypesTests {
  /// What the entry says beside the type, with what a test has made in place of TOKEN and ROOT.
  static let entries: [(type: String, auth: String)] = [
    ("password", "auth_url: ROOT, username: admin, password: s3cret, project_name: admin"),
    ("v3password", "auth_url: ROOT, username: admin, password: s3cret, project_name: admin"),
    (
      "v3password",
      "auth_url: ROOT/v3, username: admin, user_domain_id: default, password: s3cret, "
        + "system_scope: all"
    ),
    ("token", "auth_url: ROOT, token: TOKEN, project_name: admin, project_domain_id: default"),
    ("v3token", "auth_url: ROOT, token: TOKEN, project_name: admin"),
    (
      "v3applicationcredential",
      "auth_url: ROOT, application_credential_name: seed, application_credential_secret: s3cr3t, "
        + "username: admin, user_domain_name: Default"
    ),
    ("admin_token", "endpoint: ROOT, token: TOKEN"),
    ("token_endpoint", "endpoint: ROOT/v3, token: TOKEN"),
  ]

  @Test("opens a Keystone of today", arguments: entries)
  func opens(type: String, auth: String) async throws {
    let configuration = SandboxConfiguration(release: .current, adminPassword: "s3cret")
    try await withLab(configuration) { lab in
      let root = lab.sandbox.publicURL.replacing("/v3", with: "")
      let token = try await Self.prepare(root)
      let entry = auth.replacing("ROOT", with: root).replacing("TOKEN", with: token)
      try lab.directory.write(
        "clouds:\n  c:\n    auth_type: \(type)\n    auth: {\(entry)}\n",
        to: "clouds.yaml"
      )
      try lab.declare("roles: [operator]\n")
      let run = await lab.run(
        "apply",
        "--os-cloud",
        "c",
        environment: ["OS_SERVICE_TOKEN": "", "OS_SERVICE_ENDPOINT": ""]
      )
      #expect(run.status == .success, "\(run.error)")
      #expect(run.writes == ["POST /v3/roles"])
      #expect(!run.shown.contains("s3cr") && !run.shown.contains(token))
    }
  }

  /// Logs in as the admin, and makes an application credential.
  ///
  /// - Returns: The admin's token.
  private static func prepare(_ root: String) async throws -> String {
    let transport = try CurlTransport(configuration: CurlConfiguration())
    defer { transport.shutdown() }
    let login = V3Credentials.password(
      .name("admin", domain: .default),
      Secret("s3cret"),
      scope: .project(.name("admin", domain: .default))
    )
    let client = V3Client(endpoint: root, authentication: .login(login), transport: transport)
    let caller = try #require(try await client.caller())
    let response = try await transport.send(
      HTTPRequest(
        .post,
        url: "\(root)/v3/users/\(caller.user.id)/application_credentials",
        headers: [
          HTTPHeader("X-Auth-Token", caller.token.exposed()),
          HTTPHeader("Content-Type", "application/json"),
        ],
        body: Array(
          #"{"application_credential": {"name": "seed", "secret": "s3cr3t", "unrestricted": true}}"#
            .utf8
        )
      )
    )
    #expect(response.status == 201)
    return caller.token.exposed()
  }
}
