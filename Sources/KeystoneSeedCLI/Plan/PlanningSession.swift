import Convergence
import IdentityModel
import Reconciliation

/// What plan and apply do alike: read the seed, connect, read what is live, plan.
struct PlanningSession {
  private(set) var seed: LoadedSeed
  let connection: BackendConnection
  let converger: Converger
  /// What plans are made for.
  var backend: any IdentityBackend { connection.backend }

  /// Reads the seed and connects.
  ///
  /// The passwords are read where users are logged in as; else ``readPasswords(for:in:)`` reads
  /// those that are to be sent.
  ///
  /// - Parameters:
  ///   - seed: What the command line names as the seed.
  ///   - planning: What to plan.
  ///   - connection: Where.
  ///   - refusedBefore: The users whose passwords were refused when a saved plan was made: that login
  ///     may have locked them.
  ///   - advice: What to say of passwords that cannot be read, where the command goes without.
  ///   - context: Where to read, and where to show problems.
  ///   - isStopped: Once true, nothing new is begun.
  /// - Returns: The session.
  /// - Throws: What reading the seed or connecting throws.
  static func open(
    seed: [String],
    planning: PlanningOptions,
    connection: ConnectionOptions,
    refusedBefore: Set<QualifiedName> = [],
    advice: String? = nil,
    in context: CommandContext,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) async throws -> PlanningSession {
    context.sayWhatEndsIt()
    let seed = try await LoadedSeed.load(
      seed,
      variables: planning.set,
      scope: planning.scope,
      readsPasswords: planning.checksPasswords,
      advice: advice,
      in: context
    )
    if !planning.prune { try ScopeError.check(planning.scope, of: seed.desired) }
    let connector = Connector(
      context: context,
      options: connection,
      parallelism: planning.parallelism,
      isStopped: isStopped
    )
    let connection = try await connector.connectBackend()
    try MissingKindsError.check(planning.only, over: connection.backend.capabilities)
    try seed.check(for: connection.backend.capabilities.name, in: context)
    var options = planning.convergence
    options.refusedBefore = refusedBefore
    return PlanningSession(
      seed: seed,
      connection: connection,
      converger: Converger(
        backend: connection.backend,
        options: options,
        retrier: connection.retrier
      )
    )
  }

  /// Reads what is live and plans; sends no write.
  ///
  /// - Parameter isUnwelcome: Whether the command would end with that plan.
  /// - Returns: The plan, with what it was made from.
  /// - Throws: `BackendFailure` when a read fails, ``RefusedPlan`` when the plan is refused.
  func plan(
    isUnwelcome: @escaping @Sendable (Plan) -> Bool = { _ in false }
  ) async throws -> PlannedState {
    do {
      let planned = try await converger.settledPlan(
        seed.desired,
        doubts: PlanDoubts(isUnwelcome: isUnwelcome)
      )
      return await converger.tellingConsequences(of: planned)
    } catch let error as PlanError {
      throw RefusedPlan(error: error, backend: backend.capabilities.name)
    }
  }

  /// Reads the passwords that carrying the plan out takes.
  mutating func readPasswords(for plan: Plan, in context: CommandContext) async throws {
    try await seed.readPasswords(for: plan, in: context)
  }

  /// The plan with a note for each password that applying it here would lack.
  func notingLackingPasswords(_ plan: Plan, in context: CommandContext) -> Plan {
    plan.noting(seed.lackingPasswords(for: plan, in: context))
  }

  /// The plan as a person reads it.
  func report(_ plan: Plan, isQuiet: Bool = false, in context: CommandContext) -> String {
    PlanReport(
      shown(plan),
      isVersionOffered: connection.isVersionOffered,
      isQuiet: isQuiet,
      width: context.outputWidth,
      style: context.style(for: .output)
    ).text
  }

  /// The plan as reports show it.
  func shown(_ plan: Plan) -> ShownPlan {
    ShownPlan(plan, address: connection.address, backend: backend.capabilities.name)
  }

  /// The part of a plan that needs a yes, for a person who does not see the plan itself.
  func askedAbout(_ plan: Plan, style: Style) -> String {
    let backend = backend.capabilities.name
    let changes = plan.changes.filter(\.action.isDestructive).map { change in
      let change = ShownChange(change, plan.consequences(of: change))
      let headline = Headline(change, backend: backend)
      let line = style.paint(
        headline.text + (headline.remark.map { "    \($0)" } ?? ""),
        change.action == .delete ? .red : .yellow
      )
      return line + "\n" + PlanReport.fieldLines(of: change, over: backend)
        + PlanReport.consequenceLines(of: change, style: style)
    }
    let notes = plan.notes.filter(\.needsAgreement).map { note in
      style.paint("  ! " + PlanNoteWording.text(of: note, backend: backend), .yellow) + "\n"
    }
    return "keystone-seed asks about this at \(TerminalText.harmless(connection.address)):\n\n"
      + (changes + notes).joined() + "\n"
  }

  /// The plan as JSON.
  func document(_ plan: Plan) -> PlanDocument {
    PlanDocument(plan, address: connection.address, backend: backend.capabilities.name)
  }
}
