import KeystoneClient
import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("Runs over options")
struct OptionsRunTests {
  private func withCloud(_ body: (Lab) async throws -> Void) async throws {
    for release in [SandboxRelease.zed, .current] {
      try await withVersion3(release) { lab in try await body(lab) }
    }
  }

  @Test func `nobody is made to need more than the password that the run has`() async throws {
    try await withCloud { lab in
      try lab.declare(
        "users: {admin: {options: {multi_factor_auth_rules: [[password, totp]]}}}\n"
      )
      #expect(await lab.run("apply").status == .success)
      try lab.declare("users: {admin: {options: {multi_factor_auth_enabled: true}}}\n")
      let apply = await lab.run("apply")
      #expect(apply.status == .failure && apply.writes.isEmpty, "\(apply.shown)")
      #expect(
        apply.error.contains(
          "the plan would ask more than a password of user admin, as which this command is logged in"
        ),
        "\(apply.shown)"
      )
    }
  }

  /// The value of an option, the seed that says it, and what a plan shows.
  private static let users = [
    ("lock_password", "true", "(none) -> true"), ("lock_password", "false", "true -> false"),
    ("lock_password", "absent", "false -> (none)"),
    ("ignore_password_expiry", "true", "(none) -> true"),
    ("ignore_lockout_failure_attempts", "true", "(none) -> true"),
    ("ignore_user_inactivity", "true", "(none) -> true"),
    ("ignore_change_password_upon_first_use", "true", "(none) -> true"),
    ("multi_factor_auth_enabled", "false", "(none) -> false"),
    (
      "multi_factor_auth_rules", "[[totp, password], [password]]",
      "(none) -> password, password+totp"
    ),
    ("multi_factor_auth_rules", "absent", "password, password+totp -> (none)"),
  ]

  @Test
  func `each option is planned as that, applied with one request, and gone from the next plan`()
    async throws
  {
    try await withCloud { lab in
      try lab.declare("users: {ann: {email: ann@example.com}}\n")
      #expect(await lab.run("apply").status == .success)
      for (name, value, shown) in Self.users {
        try lab.declare("users: {ann: {options: {\(name): \(value)}}}\n")
        let plan = await lab.run("plan")
        #expect(
          plan.output.contains("  ~ user ann\n      option \(name)   \(shown)\n\n"),
          "\(name) in \(plan.shown)"
        )
        let apply = await lab.run("apply")
        #expect(apply.writes == ["PATCH /v3/users/*"], "\(apply.shown)")
        let again = await lab.run("plan", "--detailed-exitcode")
        #expect(again.status == .success, "\(again.shown)")
      }
      let dump = await lab.run("dump", "--no-passwords")
      #expect(
        dump.output.contains(
          """
              options:
                ignore_change_password_upon_first_use: true
                ignore_password_expiry: true
                ignore_lockout_failure_attempts: true
                ignore_user_inactivity: true
                multi_factor_auth_enabled: false

          """
        ),
        "\(dump.output)"
      )
      try lab.declare(dump.output)
      let adopted = await lab.run("plan", "--detailed-exitcode")
      #expect(adopted.status == .success, "\(adopted.shown)")
    }
  }

  @Test func `what is said to be immutable is opened, changed and closed`() async throws {
    try await withCloud { lab in
      let seed = """
        roles: {lead: {description: a, options: {immutable: true}}}
        projects: {lab: {description: a, options: {immutable: true}}}
        domains: {corp: {description: a, options: {immutable: true}}}

        """
      try lab.declare(seed)
      let making = await lab.run("apply")
      #expect(
        making.writes.sorted() == ["POST /v3/domains", "POST /v3/projects", "POST /v3/roles"],
        "\(making.shown)"
      )
      try lab.declare(seed.replacing("description: a", with: "description: b"))
      let plan = await lab.run("plan", "--out", "plan.json")
      for object in ["role lead", "project lab", "domain corp"] {
        #expect(
          plan.output.contains(
            "  ~ \(object)\n      option immutable   true -> false\n      description a -> b\n"
              + "      option immutable   false -> true\n"
          ),
          "\(object) in \(plan.shown)"
        )
      }
      let apply = await lab.run("apply", "--plan", "plan.json")
      #expect(apply.status == .success, "\(apply.shown)")
      let patches = ["domains", "domains", "projects", "projects", "projects", "projects"]
      #expect(
        apply.writes.sorted()
          == (patches + ["roles", "roles", "roles"]).map { "PATCH /v3/\($0)/*" },
        "a domain is opened as a project: \(apply.shown)"
      )
      #expect(await lab.run("plan", "--detailed-exitcode").status == .success)
      let left = await lab.run("dump", "--no-passwords")
      #expect(left.output.contains("  lead:\n    description: b\n    options: {immutable: true}\n"))
      try lab.declare(
        seed.replacing("description: a", with: "description: c").replacing("true", with: "absent")
      )
      #expect(await lab.run("apply").writes.count == 6, "opened by itself, then changed")
      #expect(await lab.run("plan", "--detailed-exitcode").status == .success)
      try lab.declare("absent: {roles: [lead], projects: [lab], domains: [corp]}\n")
      #expect(await lab.run("apply", "--yes", "--max-delete", "9").status == .success)
    }
  }

  @Test func `a password need not be changed upon its first use where the user's options say so`()
    async throws
  {
    let configuration = SandboxConfiguration(
      release: .current,
      adminToken: "e3b0c442",
      changePasswordUponFirstUse: true
    )
    let seed = """
      users:
        ann:
          password: {value: star}
          options: {ignore_change_password_upon_first_use: true}

      """
    try await withVersion3Cloud(configuration, seed: seed) { cloud in
      var lab = cloud.lab
      // With that option bootstrap's own administrator could not log in.
      lab.environment = ["OS_TOKEN": "e3b0c442", "OS_ENDPOINT": cloud.outsider.endpoint]
      let apply = await lab.run("apply")
      #expect(apply.writes == ["POST /v3/users", "PATCH /v3/users/*"], "\(apply.shown)")
      let plan = await lab.run("plan", "--detailed-exitcode")
      #expect(plan.output.hasPrefix("No changes."), "\(plan.shown)")
      #expect(!plan.output.contains("must be changed"), "\(plan.shown)")
    }
  }
}
