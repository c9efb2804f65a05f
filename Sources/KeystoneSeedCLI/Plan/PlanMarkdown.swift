import IdentityModel
import Reconciliation

/// A plan as a merge request shows it.
struct PlanMarkdown {
  let plan: ShownPlan

  /// The whole page, ending in a line break.
  var text: String {
    var page = MarkdownPage()
    page.add("### keystone-seed plan")
    addTo(&page)
    return page.text
  }

  /// Adds the plan to a page: counts, what a person has to look at, and the rest folded.
  func addTo(_ page: inout MarkdownPage) {
    page.add(opening)
    page.add(table)
    page.addList("**Look at:**", plan.notes.filter(\.needsAttention).map(\.text), within: 12_000)
    let destructive = plan.changes.filter(\.action.isDestructive).map {
      Headline($0, backend: plan.backend).line
    }
    page.addList("**Deleted or replaced:**", destructive, within: 32_000)
    page.addFolded("All changes", plan.changes.entries.map(lines), of: "change")
    let others = plan.notes.filter { !$0.needsAttention }.map { ["\($0.mark) \($0.text)"] }
    page.addFolded("Notes", others, of: "note")
  }

  private var opening: String {
    let address = "Identity \(plan.backend) at \(MarkdownText.code(plan.address))."
    return ["**\(plan.verdict)**", plan.unmanaged, address].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  private var table: String {
    let columns = Action.allCases.map { action in
      KindTable.Column(action.rawValue, plan.changes.filter { $0.action == action })
    }
    return KindTable(columns, backend: plan.backend).text
  }

  private func lines(of entry: ArraySlice<ShownChange>) -> [String] {
    guard let first = entry.headlined else { return [] }
    let fields = entry.map { change in
      PlanReport.fieldLines(of: change, over: plan.backend)
        + PlanReport.consequenceLines(of: change)
    }.joined()
    return [Headline(first, backend: plan.backend).line]
      + fields.split(separator: "\n").map(String.init)
  }
}
