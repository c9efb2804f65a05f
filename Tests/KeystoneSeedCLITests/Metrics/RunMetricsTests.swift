import FoundationEssentials
import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import KeystoneSeedCLI

@Suite struct RunMetricsTests {
  static let metrics = RunMetrics(
    command: "verify",
    address: "http://me:secret@h:35357/\"\\",
    hasDrift: true,
    changes: [
      ShownChange(Change(.create, .tenant("a"))), ShownChange(Change(.create, .tenant("b"))),
      ShownChange(Change(.delete, .user("u"), liveID: "1")),
    ],
    checks: RunMetrics.Checks(
      logins: 5,
      failedLogins: 1,
      openTokens: 2,
      warnings: 3,
      notChecked: 0
    )
  )

  static let text = metrics.text(duration: .milliseconds(1_007), end: 1_700_000_000)

  @Test func `each gauge says what it is, and whose`() {
    let labels = #"command="verify",address="http://h:35357/\"\\""#
    #expect(
      Self.text.hasPrefix(
        """
        # HELP keystone_seed_drift Whether the Keystone is not as the seed says.
        # TYPE keystone_seed_drift gauge
        keystone_seed_drift{\(labels)} 1

        """
      )
    )
    for line in [
      #"keystone_seed_changes{\#(labels),kind="tenant",action="create"} 2"#,
      #"keystone_seed_changes{\#(labels),kind="user",action="delete"} 1"#,
      #"keystone_seed_changes{\#(labels),kind="role",action="update"} 0"#,
      "keystone_seed_logins{\(labels)} 5", "keystone_seed_logins_failed{\(labels)} 1",
      "keystone_seed_open_tokens{\(labels)} 2", "keystone_seed_warnings{\(labels)} 3",
      "keystone_seed_not_checked{\(labels)} 0",
      "keystone_seed_run_duration_seconds{\(labels)} 1.007",
      "keystone_seed_last_success_timestamp_seconds{\(labels)} 1700000000",
    ] {
      #expect(Self.text.contains("\n\(line)\n"), "\(line)")
    }
    #expect(!Self.text.contains("secret"))
  }

  @Test func `a plan looks at no login`() {
    let metrics = RunMetrics(command: "plan", address: "", hasDrift: false, changes: [])
    let text = metrics.text(duration: .zero, end: 0)
    #expect(!text.contains("logins"))
    #expect(text.contains("keystone_seed_drift{command=\"plan\",address=\"\"} 0\n"))
  }

  /// The text format, version 0.0.4, as far as gauges with labels use it.
  @Test func `every line is what Prometheus reads`() throws {
    let sample = try Regex(
      #"[a-z_]+\{([a-z]+="([^"\\\n]|\\["\\n])*"(,[a-z]+="([^"\\\n]|\\["\\n])*")*)?\} [0-9]+(\.[0-9]+)?"#
    )
    var described: Set<Substring> = []
    for line in Self.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      let words = line.split(separator: " ", maxSplits: 3)
      guard line.hasPrefix("#") else {
        #expect(line.wholeMatch(of: sample) != nil, "\(line)")
        #expect(described.contains(line.prefix { $0 != "{" }))
        continue
      }
      guard words[1] == "HELP" else {
        #expect(words[3] == "gauge", "\(line)")
        continue
      }
      let isNew = described.insert(words[2]).inserted
      #expect(isNew, "\(line)")
    }
    #expect(Self.text.hasSuffix("\n"))
  }

  private static let promtool = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").map { "\($0)/promtool" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(.enabled(if: promtool != nil, "needs promtool, of Debian's package prometheus"))
  func `promtool finds nothing to complain of`() async throws {
    let promtool = try #require(Self.promtool)
    let directory = try TemporaryDirectory()
    let path = try directory.write(Self.text, to: "text")
    let command = ["/bin/sh", "-c", "\(promtool) check metrics <\"$0\" 2>&1", path]
    let bytes = try await Background {
      try ChildProcess(
        command,
        environment: ["HOME": directory.path],
        patience: Patience(limit: .seconds(600))
      ).standardOutput(limit: 1 << 20)
    }.value
    #expect(String(decoding: bytes, as: UTF8.self).isEmpty)
  }
}
