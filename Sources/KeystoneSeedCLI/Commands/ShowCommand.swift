import ArgumentParser

/// `keystone-seed show`: a saved plan, as it was shown when it was made.
struct ShowCommand: ContextualCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a plan that plan --out saved, without asking any Keystone.",
    discussion: """
      What it shows is what apply --plan would do. The plan may be anybody's, as one that a \
      pipeline keeps: it is looked at and not trusted.
      """
  )

  @Argument(
    help: ArgumentHelp("The saved plan, - from standard input.", valueName: "plan"),
    completion: .file()
  )
  var plan: String

  @OptionGroup var output: OutputOptions

  func run(_ context: CommandContext) async throws -> ExitStatus {
    let document = try SavedPlan.readToShow(plan, in: context)
    guard let shown = ShownPlan(document) else { throw SavedPlanError.notAPlan(path: plan) }
    switch output.output {
    case .text:
      context.emit(
        PlanReport(
          shown,
          isVersionOffered: true,
          isQuiet: output.quiet,
          width: context.outputWidth,
          style: context.style(for: .output)
        ).text
      )
    case .json:
      context.emit(try JSONText.report(document))
    case .markdown:
      context.emit(PlanMarkdown(plan: shown).text)
    }
    return .success
  }
}
