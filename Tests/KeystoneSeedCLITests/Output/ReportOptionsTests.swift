import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite struct ReportOptionsTests {
  private static func value(of metric: String, _ labels: String, in lab: Lab) throws -> String? {
    let lines = try lab.directory.content(of: "x.prom").split(separator: "\n")
    return lines.first { $0.hasPrefix("keystone_seed_\(metric){") && $0.contains(labels) }
      .flatMap { $0.split(separator: " ").last }.map(String.init)
  }

  @Test func `each command says what it found or did`() async throws {
    try await withSmallCloud { lab in
      let more = SmallCloud.seed.replacing("[admin, Member]", with: "[admin, Member, new]")
      try lab.declare(more)
      let create = #"kind="role",action="create""#
      #expect(await lab.run("plan", "--metrics", "x.prom").status == .success)
      #expect(try Self.value(of: "drift", #"command="plan""#, in: lab) == "1")
      #expect(try Self.value(of: "changes", create, in: lab) == "1")
      #expect(await lab.run("apply", "--metrics", "x.prom").status == .success)
      #expect(try Self.value(of: "drift", #"command="apply""#, in: lab) == "0")
      #expect(try Self.value(of: "changes", create, in: lab) == "1")
      #expect(await lab.run("apply", "--metrics", "x.prom").status == .success)
      #expect(try Self.value(of: "changes", create, in: lab) == "0")
      let run = await lab.run("verify", "--metrics", "x.prom")
      #expect(run.status == .success)
      #expect(try Self.value(of: "drift", #"command="verify""#, in: lab) == "0")
      // The admin token of the sandbox is the default one, and the one in use.
      #expect(try Self.value(of: "open_tokens", "", in: lab) == "2")
      #expect(try Self.value(of: "logins", "", in: lab) == "1")
      #expect(try Self.value(of: "logins_failed", "", in: lab) == "0")
    }
  }

  @Test func `drift that was found is a success of the run`() async throws {
    try await withVerifiedCloud { lab in
      let environment = ["NOVA_PASSWORD": "another secret"]
      let run = await lab.run("verify", "--metrics", "x.prom", environment: environment)
      #expect(run.status == .changesPending)
      #expect(try Self.value(of: "drift", "", in: lab) == "1")
      #expect(try Self.value(of: "logins_failed", "", in: lab) == "1")
      let text = try lab.directory.content(of: "x.prom")
      #expect(!text.contains("secret"))
    }
  }

  /// That the last success grows old is what an alert asks for.
  @Test(arguments: ["plan", "apply", "verify"])
  func `a run that fails leaves the file as it is`(command: String) async throws {
    try await withSmallCloud { lab in
      #expect(await lab.run(command, "--metrics", "x.prom").status == .success)
      let before = try lab.directory.content(of: "x.prom")
      lab.sandbox.faults.add(
        .before("GET", "*", times: nil, .status(403, contentType: "text/plain", body: ""))
      )
      #expect(await lab.run(command, "--metrics", "x.prom").status == .failure)
      #expect(try lab.directory.content(of: "x.prom") == before)
      try lab.declare("rols: []")
      #expect(await lab.run(command, "--metrics", "x.prom").status == .failure)
      #expect(try lab.directory.content(of: "x.prom") == before)
    }
  }

  @Test func `metrics that cannot be written are a failure after the report`() async throws {
    try await withSmallCloud { lab in
      let run = await lab.run("plan", "--metrics", "keystone-seed.yaml")
      #expect(run.status == .failure)
      #expect(run.output == "No changes.\n")
      #expect(run.error.contains("holds no metrics of keystone-seed"))
      let seed = try lab.directory.content(of: "keystone-seed.yaml")
      #expect(seed == SmallCloud.seed)
    }
  }

  @Test func `the metrics do not stand in the report`() async throws {
    try await withLab { lab in
      let run = await lab.run("plan", "--metrics", "-")
      #expect(run.status == .usage)
      #expect(run.error.contains("--metrics is a file"))
    }
  }
}
