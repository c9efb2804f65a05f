import Convergence
import IdentityModel
import Reconciliation

/// What plan and apply do alike: read the seed, connect, read what is live, plan.
struct PlanningSession {
  let seed: LoadedSeed
  let connection: Connection
  let backend: KeystoneV2Backend
  let converger: Converger

  /// Reads the seed and connects.
  ///
  /// Without `writes` the passwords are read only to log in with them.
  static func open(
    seed: String?,
    planning: PlanningOptions,
    connection: ConnectionOptions,
    writes: Bool,
    in context: CommandContext,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) async throws -> PlanningSession {
    let seed = try await LoadedSeed.load(
      seed,
      variables: planning.set,
      readsPasswords: writes || !planning.noVerifyPasswords,
      in: context
    )
    let connector = Connector(
      context: context,
      options: connection,
      parallelism: planning.parallelism,
      isStopped: isStopped
    )
    let connection = try await connector.connect()
    let backend = KeystoneV2Backend(client: connection.client)
    return PlanningSession(
      seed: seed,
      connection: connection,
      backend: backend,
      converger: Converger(
        backend: backend,
        options: planning.convergence,
        retrier: connection.retrier
      )
    )
  }

  /// Reads what is live and plans; sends no write.
  ///
  /// - Parameter isUnwelcome: Whether the command would end with that plan.
  /// - Returns: The plan, with what it was made from.
  /// - Throws: `KeystoneError` when a read fails, `PlanError` when the plan is refused.
  func plan(
    isUnwelcome: @escaping @Sendable (Plan) -> Bool = { _ in false }
  ) async throws -> PlannedState {
    try await converger.settledPlan(seed.desired, doubts: PlanDoubts(isUnwelcome: isUnwelcome))
  }

  /// The plan as a person reads it.
  func report(_ plan: Plan, style: Style) -> String {
    PlanReport(
      plan: plan,
      address: connection.address,
      backend: backend.capabilities.name,
      style: style
    ).text
  }

  /// The plan as JSON.
  func document(_ plan: Plan) -> PlanDocument {
    PlanDocument(plan, address: connection.address, backend: backend.capabilities.name)
  }
}
