import FoundationEssentials
import FuzzSupport
import KeystoneSandbox
import TestSupport
import Testing

@testable import KeystoneSeedCLI

/// Whole runs over a network that changes answers: each ends with the truth, tells no secret, and
/// leaves nothing that the next run without faults cannot put right.
struct RunFuzzTests {
  private static let token = "c0ffee00c0ffee00c0ffee00c0ffee00"
  private static let passwords = [
    "ADMIN_PASSWORD": "correct horse: battery", "SERVICE_PASSWORD": #"sta"ple\"#,
  ]
  private static let secrets =
    passwords.values.flatMap { [$0, TalkativeServer.escaped($0)] } + [token, TalkativeServer.hash]
  /// Far more than a run with every retry takes, far fewer than one that does not end.
  private static let mostRequests = 4_000

  private func withCloud(_ body: (Lab) async throws -> Void) async throws {
    try await withLab(SandboxConfiguration(adminToken: Self.token)) { lab in
      var lab = lab
      lab.environment.merge(Self.passwords) { $1 }
      try lab.declare(contentOfProjectFile("Seeds/three-controllers.yaml"))
      try await body(lab)
    }
  }

  private func check(_ run: Lab.Run, seed: Int) {
    #expect(run.status == .success || run.status == .failure, "seed \(seed)")
    #expect(run.requests.count < Self.mostRequests, "seed \(seed)")
    #expect(ShownText(run.shown).leaked(Self.secrets) == nil, "seed \(seed)")
    #expect(ShownText(run.shown).unsafeScalar == nil, "seed \(seed)")
    #expect((run.status == .failure) == run.error.contains("error:"), "seed \(seed)")
  }

  @Test func `what altered answers do to an apply, the next one puts right`() async throws {
    let campaign = FuzzCampaign("applies with altered answers", cases: 60, cost: 50)
    var counts: [String: Int] = [:]
    for seed in campaign {
      try await withCloud { lab in
        var generator = SeededGenerator(seed: seed)
        let kind = AlteringTransport.Kind.some(oneIn: generator.pick([1, 2, 4, 10, 30, 100]))
        let isTraced = generator.oneIn(3)
        var faulty = lab
        faulty.wrapTransport = { AlteringTransport($0, kind, secrets: Self.secrets, seed: seed) }
        let arguments = ["--yes"] + (isTraced ? ["--debug"] : [])
        let first = await faulty.run(["apply"] + arguments)
        check(first, seed: seed)
        let second = await lab.run("apply", "--yes")
        #expect(second.status == .success, "seed \(seed)\n\(second.shown)")
        let plan = await lab.run("plan", "--detailed-exitcode")
        #expect(plan.status == .success, "seed \(seed)\n\(plan.output)")
        counts[first.status == .success ? "went well" : "failed", default: 0] += 1
      }
    }
    campaign.report(counts)
  }

  @Test func `a read that fails is followed by no write`() async throws {
    let campaign = FuzzCampaign("reads that fail", cases: 40, cost: 50)
    let reads = [
      "/tenants", "/users", "/OS-KSADM/roles", "/OS-KSADM/services", "/endpoints", "/roles",
    ]
    for seed in campaign {
      try await withCloud { lab in
        var generator = SeededGenerator(seed: seed)
        let first = await lab.run("apply")
        #expect(first.status == .success, "seed \(seed)")
        try lab.declare(
          contentOfProjectFile("Seeds/three-controllers.yaml")
            .replacing("203.0.113.10", with: "203.0.113.20").replacing(
              "[admin, Member]",
              with: "[admin, x]"
            )
        )
        let kind = AlteringTransport.Kind.every(of: generator.pick(reads))
        let command = generator.oneIn(3) ? "plan" : "apply"
        var faulty = lab
        faulty.wrapTransport = { AlteringTransport($0, kind, secrets: Self.secrets, seed: seed) }
        let run = await faulty.run(command)
        check(run, seed: seed)
        #expect(run.status == .failure, "seed \(seed)")
        #expect(run.writes == [], "seed \(seed) \(kind)")
      }
    }
    campaign.report([:])
  }
}
