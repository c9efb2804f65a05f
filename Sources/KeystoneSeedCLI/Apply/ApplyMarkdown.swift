import Convergence
import Reconciliation

/// What an apply did, as a merge request shows it.
struct ApplyMarkdown {
  let report: ApplyReport
  /// What was to be done.
  let plan: ShownPlan
  /// What went wrong, in words.
  let errors: [ErrorMessage]

  /// The whole page, ending in a line break.
  var text: String {
    var page = MarkdownPage()
    page.add("### keystone-seed apply")
    let address = "Identity \(plan.backend) at \(MarkdownText.code(plan.address))."
    let isIdle = report.result.outcomes.isEmpty && plan.isEmpty
    page.add(
      ["**\(isIdle ? plan.verdict : report.summary)**", plan.unmanaged, address].filter {
        !$0.isEmpty
      }
      .joined(separator: " ")
    )
    page.add(table)
    page.addList("**Errors:**", errors.map(\.summary), within: 12_000)
    page.addList("**Failed:**", lines(of: report.failed), within: 6_000)
    page.addList("**Unknown:**", lines(of: report.unknown), within: 6_000)
    let destructive = report.done.filter { $0.change.action.isDestructive }
    page.addList("**Deleted or replaced:**", lines(of: destructive), within: 20_000)
    page.addList("**Look at:**", notes { $0.needsAttention }, within: 6_000)
    let slow = SlowStep.lines(of: report.result.outcomes, over: report.backend)
    page.addList("**Slow:**", slow, within: 3_000)
    page.addFolded("Done", lines(of: report.done).map { [$0] }, of: "change")
    page.addFolded("Not tried", lines(of: report.untried).map { [$0] }, of: "change")
    page.addFolded("Notes", notes { !$0.needsAttention }.map { ["! \($0)"] }, of: "note")
    return page.text
  }

  private var table: String {
    let done = Action.allCases.map { action in
      KindTable.Column(
        ApplyReport.participle(action),
        changes(of: report.done).filter { $0.action == action }
      )
    }
    let others = [
      KindTable.Column("failed", changes(of: report.failed)),
      KindTable.Column("unknown", changes(of: report.unknown)),
      KindTable.Column("not tried", changes(of: report.untried)),
    ].filter { !$0.changes.isEmpty }
    return KindTable(done + others, backend: plan.backend).text
  }

  private func notes(_ isShown: (NoteDocument) -> Bool) -> [String] {
    plan.notes.filter(isShown).map(\.text)
  }

  private func changes(of outcomes: [StepOutcome]) -> [ShownChange] {
    outcomes.map { ShownChange($0.change) }
  }

  private func lines(of outcomes: [StepOutcome]) -> [String] {
    outcomes.map { Headline($0.change, backend: plan.backend).line }
  }
}
