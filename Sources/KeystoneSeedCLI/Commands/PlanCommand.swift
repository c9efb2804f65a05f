import ArgumentParser
import Convergence
import Reconciliation

/// `keystone-seed plan`: what apply would do.
struct PlanCommand: ContextualCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Show what apply would do; change nothing.",
    discussion: """
      Marks: + create, ~ update, +/- replace (the new one is made first), - delete, ! note, \
      x error, with exit status 1. Over v3 it stands below changes of groups, of their roles \
      and of what roles imply who gains and who loses which roles by them.
      """,
    aliases: ["diff"]
  )

  @Argument(help: SeedArgument.help, completion: SeedArgument.completion)
  var seed: [String] = []

  @Flag(help: "Exit with 2 when there are changes pending.")
  var detailedExitcode = false

  @Option(
    help: ArgumentHelp(
      "Save the plan, for apply --plan; it holds no secret. - prints it instead of the report.",
      valueName: "file"
    ),
    completion: .file()
  )
  var out: String?

  @Flag(help: "Replace the file of --out even if it holds no saved plan.")
  var force = false

  @OptionGroup(title: "Planning") var planning: PlanningOptions
  @OptionGroup(title: "Output") var report: ReportOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func run(_ context: CommandContext) async throws -> ExitStatus {
    let start = context.console.now()
    let session = try await PlanningSession.open(
      seed: seed,
      planning: planning,
      connection: connection,
      advice: PasswordOptions.adviceWithoutPasswords,
      in: context
    )
    let planned = try await session.plan()
    // A lack of this machine is no part of the work to do, and so of no saved plan.
    let plan = session.notingLackingPasswords(planned.plan, in: context)
    if let out {
      let saved = SavedPlan(
        seeds: session.seed.origins,
        options: planning,
        planned: planned,
        plan: session.document(planned.plan)
      )
      try saved.write(to: out, isForced: force, in: context)
    }
    if !(out.map(OutputFile.isStandardOutput) ?? false) { try show(plan, session, context) }
    try report.write(
      metrics(of: session.shown(plan)),
      of: status(of: plan),
      since: start,
      in: context
    )
    return status(of: plan)
  }

  private func metrics(of plan: ShownPlan) -> RunMetrics {
    RunMetrics(
      command: "plan",
      address: plan.address,
      hasDrift: !plan.isEmpty || plan.leavesDrift,
      changes: plan.changes
    )
  }

  private func show(_ plan: Plan, _ session: PlanningSession, _ context: CommandContext) throws {
    switch report.output.output {
    case .text:
      context.emit(session.report(plan, isQuiet: report.output.quiet, in: context))
    case .json:
      context.emit(try JSONText.report(session.document(plan)))
    case .markdown:
      context.emit(PlanMarkdown(plan: session.shown(plan)).text)
    }
    for error in plan.errorMessages(backend: session.backend.capabilities.name) {
      context.report(error)
    }
  }

  private func status(of plan: Plan) -> ExitStatus {
    if plan.isIncomplete { return .failure }
    return detailedExitcode && (!plan.isEmpty || plan.leavesDrift) ? .changesPending : .success
  }
}
