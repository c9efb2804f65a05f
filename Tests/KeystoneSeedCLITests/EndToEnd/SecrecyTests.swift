import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("No command shows a secret")
struct SecrecyTests {
  private static let token = "t0ken-of-the-admin"
  private static let secrets = [
    token, "pw-of-nova-1", "pw-of-nova-2", "pw-of-glance", "pw-of-admin-x",
  ]

  private static let seed = """
    regions: {one: }
    roles: [admin]
    tenants: {service: {}}
    users:
      nova: {password: {env: NOVA_PASSWORD}, roles: {service: [admin]}}
      glance: {password: pw-of-glance}
    services:
      keystone:
        type: identity
        endpoints: {one: {public: "${env:PUBLIC}", admin: "${env:ADMIN}"}}

    """

  private func withSecrets(_ body: (Lab) async throws -> Void) async throws {
    try await withLab(SandboxConfiguration(adminToken: Self.token)) { lab in
      var lab = lab
      lab.environment["NOVA_PASSWORD"] = "pw-of-nova-1"
      lab.environment["PUBLIC"] = lab.sandbox.publicURL
      lab.environment["ADMIN"] = lab.sandbox.adminURL
      try lab.declare(Self.seed)
      try await body(lab)
    }
  }

  /// Every token that the sandbox was shown, besides the admin's.
  private func tokens(in runs: [Lab.Run]) -> Set<String> {
    Set(runs.flatMap(\.requests).compactMap { $0.header("X-Auth-Token") })
  }

  @Test func whateverIsDone() async throws {
    try await withSecrets { lab in
      var runs: [Lab.Run] = []
      let login = lab.login(
        as: "nova",
        "pw-of-nova-1",
        tenant: "service",
        at: lab.sandbox.publicURL
      )
      runs.append(await lab.run("validate", "--output", "json"))
      runs.append(await lab.run("plan", "--debug", "--out", "plan.json"))
      runs.append(await lab.run("plan", "--output", "json"))
      runs.append(await lab.run("apply", "--debug", "--plan", "plan.json"))
      runs.append(await lab.run("plan", "--debug", environment: login))
      let other = ["NOVA_PASSWORD": "pw-of-nova-2"]
      runs.append(await lab.run("plan", "--debug", "--out", "plan.json", environment: other))
      runs.append(await lab.run("apply", "--output", "json", environment: other))
      #expect(runs.map(\.status) == Array(repeating: .success, count: runs.count))
      runs.append(
        await lab.run("plan", "--debug", environment: ["OS_SERVICE_TOKEN": "pw-of-admin-x"])
      )
      runs.append(await lab.run("plan", "--debug", environment: login))
      #expect(runs.suffix(2).map(\.status) == [.failure, .failure])

      let shown = runs.map(\.shown).joined() + (try lab.directory.content(of: "plan.json"))
      let tokens = tokens(in: runs)
      #expect(tokens.count >= 3)
      for secret in tokens.union(Self.secrets) { #expect(!shown.contains(secret)) }
      #expect(shown.contains("(sensitive)"))
      #expect(shown.contains("> POST \(lab.sandbox.publicURL)/tokens"))
    }
  }

  /// A debug page, a log or a framework repeats a request in forms of its own.
  @Test func inWhateverCoatAServerRepeatsThem() async throws {
    let password = "pw/of+nova=&\"é"
    let coats = [
      "pw%2Fof%2Bnova%3D%26%22%C3%A9", "pw%2fof+nova%3d%26%22%c3%a9",
      #"pw\\/of+nova=&\\\"\\u00e9"#, #"pw\\u002Fof\\u002Bnova=&\\\"\\u00E9"#,
      "pw&#47;of&#43;nova=&amp;&quot;&eacute;", "cHcvb2Yrbm92YT0mIsOp",
    ]
    try await withSecrets { lab in
      var lab = lab
      lab.environment["NOVA_PASSWORD"] = password
      lab.environment["OS_SERVICE_TOKEN"] = Self.token
      for coat in coats {
        lab.sandbox.faults.removeAll()
        lab.sandbox.faults.add(
          .before(
            "POST",
            "/v2.0/users",
            times: nil,
            .status(
              400,
              contentType: "application/json",
              body: #"{"error": {"code": 400, "message": "echo \#(coat) of \#(Self.token)"}}"#
            )
          )
        )
        for options in [["--debug"], ["--output", "json"], []] {
          let run = await lab.run(["apply"] + options)
          #expect(run.status == .failure)
          #expect(run.shown.contains("echo (sensitive) of (sensitive)"), "\(coat): \(run.shown)")
        }
      }
    }
  }

  @Test("A19 what Keystone quotes of a row or a schema is not passed on")
  func quotedByTheServer() async throws {
    try await withSecrets { lab in
      try lab.declare(Self.seed.replacing("  glance: {password: pw-of-glance}\n", with: ""))
      let hash = "$6$rounds=40000$abcdefghijklmnop$0123456789abcdefghijklmnopqrstuv"
      let body = """
        {"error": {"code": 409, "title": "Conflict", "message": "(IntegrityError) INSERT INTO user \
        VALUES ('nova', '\(hash)', 'pw-of-nova-1') {\\"password\\": \\"pw-of-nova-1\\"}"}}
        """
      lab.sandbox.faults.add(
        .before(
          "POST",
          "/v2.0/users",
          times: nil,
          .status(400, contentType: "application/json", body: body)
        )
      )
      for options in [["--debug"], ["--output", "json"], []] {
        let run = await lab.run(["apply"] + options)
        #expect(run.status == .failure)
        #expect(run.error.contains("IntegrityError"))
        #expect(!run.shown.contains("pw-of-nova-1"))
        #expect(!run.shown.contains("$6$"))
      }
    }
  }
}
