import IdentityModel
import Reconciliation
import Texts

/// A verification as a person reads it.
struct VerifyReport {
  let verification: Verification
  /// Whether only what needs attention is shown.
  var isQuiet = false
  /// How many columns the terminal has; nil where lines may be as long as they are.
  var width: Int?
  var style = Style.plain

  /// The whole text, ending in a line break; nothing where nothing needs attention and that alone is
  /// asked for.
  var text: String {
    let isFine = verification.exitStatus == .success && verification.warnings.isEmpty
    if isQuiet, isFine { return "" }
    let blocks =
      isQuiet
      ? [plan, logins, differences, warnings, closingLine]
      : [plan, logins, differences, catalogs, probes, warnings, closingLine]
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var plan: String {
    guard !verification.plan.isEmpty || !verification.plan.notes.isEmpty else { return "" }
    return PlanReport(verification.shownPlan, isQuiet: isQuiet, width: width, style: style).text
  }

  // MARK: Logins and what they show

  private var logins: String {
    let shown = zip(verification.logins, loginLines).filter { login, _ in
      !isQuiet || login.isProblem || login.isFailed
    }
    let inks = shown.map { login, _ -> Style.Ink? in
      login.isFailed ? .yellow : login.isProblem ? .red : nil
    }
    return block("Logins:", shown.map(\.1), inks)
  }

  /// What came of each login, a line each.
  var loginLines: [String] {
    let isBelow = Set(differenceGroups.flatMap(\.indices))
    return columns(
      verification.logins.enumerated().map { index, login in
        [
          VerifyWording.subject(of: login),
          isBelow.contains(index)
            ? VerifyWording.differs
            : VerifyWording.text(of: login.outcome, over: verification.backend),
        ]
      }
    )
  }

  private var differences: String {
    differencesOfCatalogs.map { block($0.title, $0.lines, $0.lines.map { _ in .red }) }
      .joined(separator: "\n")
  }

  /// What catalogs differ from the seed in, where that is not said beside one login.
  var differencesOfCatalogs: [(title: String, lines: [String])] {
    differenceGroups.map { group in
      let lines = VerifyWording.lines(of: group.gaps).map { line in
        WrappedText.lines(of: line, indent: "", hanging: "    ", width: width.map { $0 - 2 })
          .joined(separator: "\n")
      }
      let viewers = group.indices.map { verification.logins[$0] }
      return (title("Not as the seed says in the catalog of", viewers), lines)
    }
  }

  private var differenceGroups: [GapGroup] {
    GapGroup.of(verification.logins, placeholder: placeholder).filter(\.isSaidOnce)
  }

  private var catalogs: String {
    catalogGroups.map { group in block(group.title, group.lines) }.joined(separator: "\n")
  }

  /// What stands for the ID of a tenant where catalogs differ in that alone.
  private var placeholder: String {
    "<\(ResourceKind.tenant.noun(over: verification.backend)) ID>"
  }

  /// Each catalog once, with all who see it: those who share a tenant, as a rule, and those whose
  /// catalogs differ in the tenant's ID alone.
  var catalogGroups: [(title: String, lines: [String])] {
    CatalogGroup.of(verification.logins, placeholder: placeholder).map { group in
      let rows = Self.rows(of: group.catalog)
      let table = columns(rows)
      let isWide = table.contains { $0.contains("\n") }
      let lines = isWide ? Self.stacked(rows) : table
      return (title("Catalog of", group.viewers), lines.isEmpty ? ["(empty)"] : lines)
    }
  }

  /// A title with all who see what stands below.
  private func title(_ opening: String, _ viewers: [LoginCheck]) -> String {
    let names = viewers.map { VerifyWording.subject(of: $0) }.joined(separator: ", ")
    return WrappedText.lines(of: "\(opening) \(names):", indent: "", hanging: "  ", width: width)
      .joined(separator: "\n")
  }

  /// Rows of a catalog that are too wide, each service on a line and its URLs below it.
  private static func stacked(_ rows: [[String]]) -> [String] {
    let width = rows.map { $0.count > 3 ? $0[2].count : 0 }.max() ?? 0
    return rows.flatMap { row -> [String] in
      guard row.count > 3 else { return [row.joined(separator: "  ")] }
      let padding = String(repeating: " ", count: width - row[2].count)
      let service = row[0].isEmpty ? [] : ["\(row[0])  \(row[1])"]
      return service + ["    \(row[2])\(padding)  \(row[3])"]
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
    columns(
      (verification.probes ?? []).map { probe in
        [ShownURL(probe.url.text).text, VerifyWording.text(of: probe.outcome)]
      }
    )
  }

  // MARK: Warnings and the end

  private var warnings: String {
    let texts = verification.warnings
    return block(
      "Warnings:",
      texts.map { text in
        WrappedText.lines(of: "! " + text, indent: "", hanging: "  ", width: width.map { $0 - 2 })
          .joined(separator: "\n")
      },
      texts.map { _ in .yellow }
    )
  }

  private var closingLine: String {
    let address = TerminalText.harmless(verification.address)
    switch verification.exitStatus {
    case .success:
      return style.paint("No drift: \(address) is as the seed says.", .bold) + "\n"
    case .changesPending:
      return style.paint("Drift: \(address) is not as the seed says.", .red) + "\n"
    case .failure, .usage, .interrupted, .terminated:
      return style.paint("Not everything could be checked.", .yellow) + "\n"
    }
  }

  /// A title with its lines below it; nothing without any.
  private func block(_ title: String, _ lines: [String], _ inks: [Style.Ink?] = []) -> String {
    guard !lines.isEmpty else { return "" }
    let body = lines.indices.flatMap { index -> [String] in
      let ink = inks.indices.contains(index) ? inks[index] : nil
      return lines[index].split(separator: "\n").map { line in
        "  " + (ink.map { style.paint(String(line), $0) } ?? String(line)) + "\n"
      }
    }
    let titles = title.split(separator: "\n").map { style.paint(String($0), .bold) + "\n" }
    return titles.joined() + body.joined()
  }

  /// Rows whose cells stand below one another; a last cell that does not fit stands below its row.
  private func columns(_ rows: [[String]]) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    // A block stands two columns to the right.
    let room = width.map { $0 - 2 }
    return rows.map { row in
      let head = zip(row.dropLast(), widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count + 2)
      }.joined()
      let line = head + (row.last ?? "")
      guard let room, line.count > room, let last = row.last else { return line }
      let below = WrappedText.lines(of: last, indent: "    ", width: room)
      let opening = String(head.reversed().drop { $0 == " " }.reversed())
      return ([opening] + below).filter { !$0.isEmpty }.joined(separator: "\n")
    }
  }
}

extension LoginCheck {
  /// Whether nothing is known of it.
  fileprivate var isFailed: Bool {
    if case .failed = outcome { true } else { false }
  }
}

extension [ExactText] {
  /// The texts without repetitions, in their order.
  fileprivate var unique: [ExactText] {
    var seen: Set<ExactText> = []
    return filter { seen.insert($0).inserted }
  }
}
