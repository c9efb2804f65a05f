import IdentityModel
import Reconciliation

/// What a run found, as Prometheus reads it: its text format, one gauge after the other.
struct RunMetrics {
  /// What only a verification looks at.
  struct Checks: Hashable {
    let logins: Int
    let failedLogins: Int
    /// The ways in without a user behind them (OSSN-0064).
    let openTokens: Int
    let warnings: Int
    /// What gave no answer.
    let notChecked: Int
  }

  /// The command that ran.
  let command: String
  /// The address of the API.
  let address: String
  /// Whether the Keystone is not as the seed says at the end of the run.
  let hasDrift: Bool
  /// What the run planned, or has done.
  let changes: [ShownChange]
  var checks: Checks?

  /// The whole text, ending in a line break.
  ///
  /// - Parameters:
  ///   - duration: How long the run took.
  ///   - end: When it ended, in seconds since 1970.
  /// - Returns: The text.
  func text(duration: Duration, end: Int) -> String {
    var gauges = [
      gauge("drift", "Whether the Keystone is not as the seed says.", hasDrift ? "1" : "0"),
      changesGauge,
    ]
    if let checks {
      gauges += [
        gauge(
          "logins",
          "Logins that were tried, one for each user and tenant.",
          "\(checks.logins)"
        ),
        gauge(
          "logins_failed",
          "Logins that do not show what the seed says.",
          "\(checks.failedLogins)"
        ),
        gauge(
          "open_tokens",
          "Tokens that open the API with no user behind them.",
          "\(checks.openTokens)"
        ),
        gauge("warnings", "What is open or odd, though it is no drift.", "\(checks.warnings)"),
        gauge("not_checked", "Checks that got no answer.", "\(checks.notChecked)"),
      ]
    }
    gauges += [
      gauge("run_duration_seconds", "How long the run took.", Self.seconds(duration)),
      gauge("last_success_timestamp_seconds", "When the last run that ended well did.", "\(end)"),
    ]
    return gauges.joined()
  }

  /// What every file of metrics begins with.
  static let beginning = "# HELP keystone_seed_"

  private var labels: String {
    "command=\"\(command)\",address=\"\(Self.escaped(ShownURL(address).text))\""
  }

  private var changesGauge: String {
    let counts = Action.allCases.flatMap { action -> [(String, Int)] in
      let changes = changes.filter { $0.action == action }
      return ResourceKind.allCases.map { kind in
        let count = changes.filter { $0.key.kind == kind }.entries.count
        return ("kind=\"\(kind.rawValue)\",action=\"\(action.rawValue)\"", count)
      }
    }
    let name = "keystone_seed_changes"
    return "# HELP \(name) Changes that the run planned or, as apply, made.\n# TYPE \(name) gauge\n"
      + counts.map { "\(name){\(labels),\($0)} \($1)\n" }.joined()
  }

  private func gauge(_ name: String, _ help: String, _ value: String) -> String {
    let name = "keystone_seed_\(name)"
    return "# HELP \(name) \(help)\n# TYPE \(name) gauge\n\(name){\(labels)} \(value)\n"
  }

  private static func seconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let digits = String(attoseconds / 1_000_000_000_000_000)
    return "\(seconds)." + String(repeating: "0", count: 3 - digits.count) + digits
  }

  /// A label's value: harmless text has no line end, so that two characters are left to escape.
  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}
