import ArgumentParser
import Convergence
import Reconciliation

/// `keystone-seed apply`: make it so.
struct ApplyCommand: ContextualCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Make the Keystone hold what the seed declares.",
    discussion: """
      Creates and updates run without asking. Deletes, replacements, a second service of a live \
      type, which sends users elsewhere, and a new password for the user it works as ask first; \
      without a terminal, pass --yes. Run again after a failure: nothing is done twice.
      """
  )

  @Argument(help: SeedArgument.help, completion: SeedArgument.completion)
  var seed: [String] = []

  @Flag(
    name: .shortAndLong,
    help:
      "Do not ask before deleting, replacing, sending users elsewhere or setting one's own password."
  )
  var yes = false

  @Option(
    name: .customLong("plan"),
    help: ArgumentHelp(
      "Apply this saved plan, - from standard input; refused when the cloud or the seed has changed.",
      valueName: "file"
    ),
    completion: .file()
  )
  var savedPlan: String?

  @OptionGroup(title: "Planning") var planning: PlanningOptions
  @OptionGroup(title: "Output") var report: ReportOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func validate() throws {
    if seed.contains("-"), savedPlan == "-" {
      throw ValidationError("Standard input is the plan or the seed, not both.")
    }
  }

  func run(_ context: CommandContext) async throws -> ExitStatus {
    let start = context.console.now()
    let saved = try savedPlan.map { try SavedPlan.read(from: $0, in: context) }
    let planning = try saved?.options(given: self.planning) ?? self.planning
    let seeds = seed.isEmpty ? saved?.seeds ?? [] : seed
    let readsInput = seeds.contains("-") || savedPlan == "-"
    let context = readsInput ? context.askingApart : context
    let stop = StopRequest()
    var session = try await PlanningSession.open(
      seed: seeds,
      planning: planning,
      connection: connection,
      refusedBefore: saved?.usersWithRefusedPassword ?? [],
      in: context,
      isStopped: { stop.isRequested }
    )
    let mayDelete = yes || context.canAsk
    let planned = try await session.plan { !mayDelete && $0.needsAgreement }
    try saved?.check(
      planned,
      session.document(planned.plan),
      path: savedPlan.map { $0 == "-" ? "the plan" : $0 } ?? ""
    )

    if report.output.output == .text, !report.output.quiet {
      context.emit(session.report(planned.plan, in: context))
    }
    guard !planned.plan.isEmpty else {
      let result = ApplyResult.nothingToDo(planned.plan)
      let errors = ApplyMessages(result, backend: session.backend.capabilities.name).errors
      if report.output.output != .text {
        try emit(result, session, planned.plan, errors, context)
      }
      for error in errors { context.report(error) }
      return try finish(result, session, since: start, context)
    }
    do {
      try await session.readPasswords(for: planned.plan, in: context)
    } catch is InvalidSeed {
      context.emit("Nothing was changed.\n", to: .error)
      throw InvalidSeed()
    }
    guard try confirm(planned.plan, session, in: context) else { return .failure }
    let result = try await apply(planned, session, stop, context)
    return try finish(result, session, since: start, context)
  }

  /// Asks before anything is taken away, users are sent elsewhere or the caller's own password is
  /// set, and shows what where standard output is not on the screen.
  private func confirm(
    _ plan: Plan,
    _ session: PlanningSession,
    in context: CommandContext
  ) throws -> Bool {
    guard plan.needsAgreement, !yes else { return true }
    let agreement = Agreement(to: plan)
    guard context.canAsk else {
      let input: ConfirmationError.Input? =
        savedPlan == "-" ? .plan : session.seed.origins.contains("-") ? .seed : nil
      throw ConfirmationError.needsYes(agreement, input: input)
    }
    if !context.terminal.hasOutput || report.output.output != .text || report.output.quiet {
      context.letOutputBeRead()
      context.emit(session.askedAbout(plan, style: context.style(for: .error)), to: .error)
    }
    guard try context.confirm(agreement.question) else {
      context.emit("Nothing was changed.\n", to: .error)
      return false
    }
    return true
  }

  private func apply(
    _ planned: PlannedState,
    _ session: PlanningSession,
    _ stop: StopRequest,
    _ context: CommandContext
  ) async throws -> ApplyResult {
    let interrupt = await context.makeInterrupt()
    let notice = Task { await Self.sayThatItStops(interrupt, context) }
    stop.listen(to: interrupt)
    let progress = Progress("applying", total: planned.plan.changes.count, in: context)
    let monitor = ApplyMonitor(
      isStopped: { stop.isRequested },
      // A replacement is several operations, and a later round has a total of its own.
      progress: { progress.advance(to: $0, of: $1) },
      allowsDestructiveRounds: yes
    )
    let (converger, desired) = (session.converger, session.seed.desired)
    let result = await withTaskExecutorPreference(session.connection.executor) {
      await converger.apply(planned, desired: desired, monitor: monitor)
    }
    progress.finish()
    interrupt.stopListening()
    await notice.value

    let errors = ApplyMessages(result, backend: session.backend.capabilities.name).errors
    try emit(result, session, planned.plan, errors, context)
    for error in errors.prefix(ErrorMessage.most) { context.report(error) }
    if errors.count > ErrorMessage.most {
      context.emit(ErrorMessage.more(errors.count - ErrorMessage.most), to: .error)
    }
    if context.console.failure(of: .output) != nil {
      let applied = ApplyReport(result: result, backend: session.backend.capabilities.name)
      context.emit(applied.withoutOutput, to: .error)
    }
    return result
  }

  /// Writes the metrics, and says what the program ends with.
  private func finish(
    _ result: ApplyResult,
    _ session: PlanningSession,
    since start: Duration,
    _ context: CommandContext
  ) throws -> ExitStatus {
    let status: ExitStatus = result.isConverged ? .success : .failure
    let metrics = RunMetrics(
      command: "apply",
      address: session.connection.address,
      hasDrift: !result.isConverged,
      changes: result.outcomes.filter(\.isCounted).map { ShownChange($0.change) }
    )
    try report.write(metrics, of: status, since: start, in: context)
    return status
  }

  /// Says what a stop waits for, since that can take as long as a time-out.
  private static func sayThatItStops(_ interrupt: Interrupt, _ context: CommandContext) async {
    for await signal in interrupt.signals {
      context.emit("stopping after the requests in flight; \(signal.insistence)\n", to: .error)
    }
  }

  private func emit(
    _ result: ApplyResult,
    _ session: PlanningSession,
    _ plan: Plan,
    _ errors: [ErrorMessage],
    _ context: CommandContext
  ) throws {
    let backend = session.backend.capabilities.name
    let applied = ApplyReport(
      result: result,
      backend: backend,
      isQuiet: report.output.quiet,
      style: context.style(for: .output)
    )
    switch report.output.output {
    case .text:
      context.emit(applied.text)
    case .json:
      let document = ApplyDocument(
        result,
        plan: session.document(plan),
        errors: errors.map(\.summary),
        backend: backend
      )
      context.emit(try JSONText.report(document))
    case .markdown:
      let page = ApplyMarkdown(report: applied, plan: session.shown(plan), errors: errors)
      context.emit(page.text)
    }
  }
}
