import Reconciliation

/// A verification as a merge request shows it.
struct VerifyMarkdown {
  let verification: Verification

  /// The whole page, ending in a line break.
  var text: String {
    let report = VerifyReport(verification: verification)
    var page = MarkdownPage()
    page.add("### keystone-seed verify")
    page.add(
      "**\(verdict)** Identity \(verification.backend) at "
        + MarkdownText.code(verification.address) + "."
    )
    page.add(table)
    page.addList(
      "**Could not be checked:**",
      verification.errorMessages.map(\.summary),
      within: 8_000
    )
    let lines = zip(verification.logins, report.loginLines)
    page.addList(
      "**Logins that fail:**",
      lines.filter { $0.0.isProblem }.map { $0.1 },
      within: 12_000
    )
    page.addList(
      "**Catalogs that differ from the seed:**",
      report.differencesOfCatalogs.flatMap { [$0.title] + $0.lines },
      within: 8_000
    )
    page.addList("**Warnings:**", verification.warnings, within: 8_000)
    if !verification.plan.isEmpty || !verification.plan.notes.isEmpty {
      PlanMarkdown(plan: verification.shownPlan).addTo(&page)
    }
    page.addFolded("Logins", report.loginLines.map { [$0] }, of: "login")
    page.addFolded(
      "Catalogs",
      report.catalogGroups.map { [$0.title] + $0.lines.map { "  \($0)" } },
      of: "catalog"
    )
    page.addFolded("What answers", report.probeLines.map { [$0] }, of: "URL")
    return page.text
  }

  private var verdict: String {
    switch verification.exitStatus {
    case .success: "No drift."
    case .changesPending: "Drift: the Keystone is not as the seed says."
    case .failure, .usage, .interrupted, .terminated: "Not everything could be checked."
    }
  }

  private var table: String {
    let logins = verification.logins
    let failed = logins.count(where: \.isProblem)
    let unknown = verification.failures.count
    let changes = verification.shownPlan.changes.entries.count
    return MarkdownText.table(
      ["Check", "Good", "Not good", "Not known"],
      [
        ["changes that a plan would make", "", "\(changes)", ""],
        ["logins", "\(logins.count - failed - unknown)", "\(failed)", "\(unknown)"],
        ["warnings", "", "\(verification.warnings.count)", ""],
      ]
    )
  }
}
