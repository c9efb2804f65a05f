import ArgumentParser
import Convergence
import Reconciliation

/// `keystone-seed apply`: make it so.
struct ApplyCommand: ContextualCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Make the Keystone hold what the seed declares.",
    discussion: """
      What only adds or updates is done without a question. What deletes or replaces is asked \
      about on a terminal, and without one needs --yes. Run again after a failure: what was done \
      is not done twice.
      """
  )

  @Argument(help: SeedArgument.help, completion: SeedArgument.completion)
  var seed: String?

  @Flag(help: "Do not ask before deleting or replacing.")
  var yes = false

  @Option(
    name: .customLong("plan"),
    help: ArgumentHelp(
      "Apply this saved plan; refused when the cloud or the seed has changed since.",
      valueName: "file"
    ),
    completion: .file()
  )
  var savedPlan: String?

  @OptionGroup(title: "Planning") var planning: PlanningOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func run(_ context: CommandContext) async throws -> ExitStatus {
    let saved = try savedPlan.map { try SavedPlan.read(from: $0, in: context) }
    let planning = try saved?.options(given: self.planning) ?? self.planning
    let stop = StopRequest()
    let session = try await PlanningSession.open(
      seed: seed ?? saved?.seed,
      planning: planning,
      connection: connection,
      writes: true,
      in: context,
      isStopped: { stop.isRequested }
    )
    let mayDelete = yes || context.canAsk
    let planned = try await session.plan { !mayDelete && $0.isDestructive }
    try saved?.check(planned.live, session.document(planned.plan), path: savedPlan ?? "")

    if output.output == .text {
      context.emit(session.report(planned.plan, style: context.style(for: .output)))
    }
    guard !planned.plan.isEmpty else {
      if output.output == .json {
        try emitDocument(ApplyResult.nothingToDo(planned.plan), session, planned.plan, [], context)
      }
      return planned.plan.leavesDrift ? .failure : .success
    }
    try confirm(planned.plan, in: context)
    return try await apply(planned, session, stop, context)
  }

  /// Asks before anything is taken away.
  private func confirm(_ plan: Plan, in context: CommandContext) throws {
    guard plan.isDestructive, !yes else { return }
    guard context.canAsk else {
      throw ConfirmationError.needsYes(count: plan.destructiveCount)
    }
    let objects = plan.destructiveCount == 1 ? "1 object" : "\(plan.destructiveCount) objects"
    guard try context.confirm("Delete or replace \(objects)?") else {
      throw ConfirmationError.declined
    }
  }

  private func apply(
    _ planned: PlannedState,
    _ session: PlanningSession,
    _ stop: StopRequest,
    _ context: CommandContext
  ) async throws -> ExitStatus {
    let interrupt = await context.makeInterrupt()
    let notice = Task { await Self.sayThatItStops(interrupt, context) }
    stop.listen(to: interrupt)
    let progress = Progress("applying", total: planned.plan.changes.count, in: context)
    let monitor = ApplyMonitor(
      isStopped: { stop.isRequested },
      progress: { _, _ in progress.advance() },
      allowsDestructiveRounds: yes
    )
    let result = await session.converger.apply(
      planned,
      desired: session.seed.desired,
      monitor: monitor
    )
    progress.finish()
    interrupt.stopListening()
    await notice.value

    let errors = ApplyMessages(result).errors
    switch output.output {
    case .text:
      let report = ApplyReport(
        result: result,
        backend: session.backend.capabilities.name,
        style: context.style(for: .output)
      )
      context.emit(report.text)
    case .json:
      try emitDocument(result, session, planned.plan, errors, context)
    }
    for error in errors { context.report(error) }
    return result.isConverged ? .success : .failure
  }

  /// Tells whoever asked to stop what it waits for, since that can take as long as a time-out.
  private static func sayThatItStops(_ interrupt: Interrupt, _ context: CommandContext) async {
    for await _ in interrupt.signals {
      context.emit(
        "stopping when the requests in flight have ended; once more to end at once\n",
        to: .error
      )
    }
  }

  private func emitDocument(
    _ result: ApplyResult,
    _ session: PlanningSession,
    _ plan: Plan,
    _ errors: [ErrorMessage],
    _ context: CommandContext
  ) throws {
    let document = ApplyDocument(
      result,
      plan: session.document(plan),
      errors: errors.map(\.summary)
    )
    context.emit(try JSONText.of(document))
  }
}
