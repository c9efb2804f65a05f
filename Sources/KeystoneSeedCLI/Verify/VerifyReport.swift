import IdentityModel
import Reconciliation
import Texts

/// A verification as a person reads it.
struct VerifyReport {
  let verification: Verification
  var style = Style.plain

  /// The whole text, ending in a line break.
  var text: String {
    let blocks = [plan, logins, catalogs, probes, warnings, closingLine]
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var plan: String {
    guard !verification.plan.isEmpty || !verification.plan.notes.isEmpty else { return "" }
    return PlanReport(verification.shownPlan, style: style).text
  }

  // MARK: Logins and what they show

  private var logins: String {
    let inks = verification.logins.map { login -> Style.Ink? in
      if case .failed = login.outcome { return .yellow }
      return login.isProblem ? .red : nil
    }
    return block("Logins:", loginLines, inks)
  }

  /// What came of each login, a line each.
  var loginLines: [String] {
    Self.columns(
      verification.logins.map { login in
        [
          VerifyWording.subject(of: login),
          VerifyWording.text(of: login.outcome, over: verification.backend),
        ]
      }
    )
  }

  private var catalogs: String {
    catalogGroups.map { block($0.title, $0.lines) }.joined(separator: "\n")
  }

  /// Each catalog once, with all who see it: those who share a tenant, as a rule.
  var catalogGroups: [(title: String, lines: [String])] {
    var order: [EffectiveCatalog] = []
    var viewers: [EffectiveCatalog: [String]] = [:]
    for login in verification.logins {
      guard let catalog = login.view?.catalog else { continue }
      if viewers[catalog] == nil { order.append(catalog) }
      viewers[catalog, default: []].append(VerifyWording.subject(of: login))
    }
    return order.map { catalog in
      let lines = Self.columns(Self.rows(of: catalog))
      return (
        "Catalog of \((viewers[catalog] ?? []).joined(separator: ", ")):",
        lines.isEmpty ? ["(empty)"] : lines
      )
    }
  }

  /// A line for each URL, with the interfaces that have it.
  private static func rows(of catalog: EffectiveCatalog) -> [[String]] {
    catalog.entries.flatMap { entry -> [[String]] in
      let subject = TerminalText.harmless(
        catalog.subject == .type
          ? entry.type.text : ServiceKey(type: entry.type, name: entry.name).shown
      )
      guard !entry.urls.isEmpty || catalog.subject == .type else {
        return [[subject, "(no endpoints)"]]
      }
      let urls = EndpointInterface.allCases.compactMap { entry.urls[$0] }.unique
      return urls.enumerated().map { number, url in
        let interfaces = EndpointInterface.allCases.filter { entry.urls[$0] == url }
        return [
          number == 0 ? subject : "",
          number == 0 ? TerminalText.harmless(entry.region?.text ?? "(no region)") : "",
          interfaces.map(\.rawValue).joined(separator: " "),
          ShownURL(url.text).text,
        ]
      }
    }
  }

  private var probes: String { block("What answers from here:", probeLines) }

  /// What answered at each URL, a line each.
  var probeLines: [String] {
    Self.columns(
      (verification.probes ?? []).map { probe in
        [ShownURL(probe.url.text).text, VerifyWording.text(of: probe.outcome)]
      }
    )
  }

  // MARK: Warnings and the end

  private var warnings: String {
    let texts = verification.warnings
    return block("Warnings:", texts.map { "! " + $0 }, texts.map { _ in .yellow })
  }

  private var closingLine: String {
    let address = TerminalText.harmless(verification.address)
    let text =
      switch verification.exitStatus {
      case .success: "No drift: \(address) is as the seed says."
      case .changesPending: "Drift: \(address) is not as the seed says."
      case .failure, .usage, .interrupted, .terminated: "Not everything could be checked."
      }
    return style.paint(text, .bold) + "\n"
  }

  /// A title with its lines below it; nothing without any.
  private func block(_ title: String, _ lines: [String], _ inks: [Style.Ink?] = []) -> String {
    guard !lines.isEmpty else { return "" }
    let body = lines.indices.map { index in
      let ink = inks.indices.contains(index) ? inks[index] : nil
      return "  " + (ink.map { style.paint(lines[index], $0) } ?? lines[index]) + "\n"
    }
    return style.paint(title, .bold) + "\n" + body.joined()
  }

  /// Rows whose cells stand below one another.
  private static func columns(_ rows: [[String]]) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      zip(row, widths).enumerated().map { index, cell in
        let isLast = index == row.count - 1
        return isLast ? cell.0 : cell.0 + String(repeating: " ", count: cell.1 - cell.0.count + 2)
      }.joined()
    }
  }
}

extension [ExactText] {
  /// The texts without repetitions, in their order.
  fileprivate var unique: [ExactText] {
    var seen: Set<ExactText> = []
    return filter { seen.insert($0).inserted }
  }
}
