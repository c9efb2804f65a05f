import ArgumentParser
import Convergence
import IdentityModel
import KeystoneClient
import Reconciliation

/// `keystone-seed verify`: whether the cloud is as the seed says, and its users can work.
struct VerifyCommand: ContextualCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Look for drift, log in as every user, and show what catalog each one sees.",
    discussion: """
      Nothing is written. Exit status 2 means drift: the plan is not empty or cannot be carried \
      out, a user of the seed cannot log in (be it that the account is locked, or that the user has \
      to choose a password first), or the catalog lacks an endpoint of the seed or has another URL \
      for it. A login that is refused counts towards a lock-out; there is one for each user and run. \
      Warnings leave status 0: the token ADMIN or the token in use opens the admin API without a \
      user behind it, the seed has no password for an enabled user, several endpoints share one \
      entry of the catalog or are listed for one interface, an endpoint does not answer. Status 1 \
      means that something could not be checked.
      """
  )

  @Argument(help: SeedArgument.help, completion: SeedArgument.completion)
  var seed: [String] = []

  @Flag(
    help: ArgumentHelp(
      "Connect to every URL of the catalogs from here, and show the answers.",
      discussion: "With no token and no certificate, each URL once, for 5 seconds at most."
    )
  )
  var probe = false

  @OptionGroup var passwords: PasswordOptions
  @OptionGroup var region: RegionOption

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many requests are in flight at a time.", valueName: "n")
  )
  var parallelism = 8

  @Option(
    help: ArgumentHelp("Give a variable of the seed another value.", valueName: "name=value")
  )
  var set: [VariableSetting] = []

  @OptionGroup(title: "Output") var report: ReportOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func validate() throws {
    if parallelism < 1 {
      throw ValidationError("--parallelism must be at least 1.")
    }
  }

  func run(_ context: CommandContext) async throws -> ExitStatus {
    let start = context.console.now()
    context.sayWhatEndsIt()
    let seed = try await LoadedSeed.load(
      seed,
      variables: set,
      readsPasswords: passwords.areChecked,
      advice: PasswordOptions.adviceWithoutPasswords,
      in: context
    )
    let scope = PlanScope(regions: region.region?.names)
    try ScopeError.check(scope, of: seed.desired)
    let connector = Connector(context: context, options: self.connection, parallelism: parallelism)
    let connection = try await connector.connectIdentity()
    let verification = try await verify(seed, scope, over: connection, in: context)
    // The verdict is the last word.
    for error in verification.errorMessages { context.report(error) }
    switch report.output.output {
    case .text:
      let report = VerifyReport(
        verification: verification,
        isQuiet: report.output.quiet,
        width: context.outputWidth,
        style: context.style(for: .output)
      )
      context.emit(report.text)
    case .json:
      context.emit(try JSONText.report(VerifyDocument(verification)))
    case .markdown:
      context.emit(VerifyMarkdown(verification: verification).text)
    }
    let status = verification.exitStatus
    try report.write(verification.metrics, of: status, since: start, in: context)
    return status
  }

  private func verify(
    _ seed: LoadedSeed,
    _ scope: PlanScope,
    over connection: IdentityConnection,
    in context: CommandContext
  ) async throws -> Verification {
    let cloud = BackendConnection(connection)
    try seed.check(for: cloud.backend.capabilities.name, in: context)
    var options = PlanOptions.lookingOnly
    options.scope = scope
    var desired = seed.desired
    desired.endpoints.removeAll { !scope.contains($0.resourceKey) }
    let converger = Converger(
      backend: cloud.backend,
      options: ConvergenceOptions(
        plan: options,
        parallelism: parallelism,
        checksPasswords: passwords.areChecked,
        checksReadOnlyUsers: passwords.verifyPasswords
      ),
      retrier: cloud.retrier
    )
    // Half of another run's work, or a row that a node lacks yet, is no drift.
    let settled = try await plan(seed.desired, converger, cloud.backend.capabilities.name)
    let planned = await converger.tellingConsequences(of: settled)
    do throws(PlanError) {
      desired = try desired.namingServices(of: planned.live)
    } catch {
      throw RefusedPlan(error: error, backend: cloud.backend.capabilities.name)
    }
    let access = connection.access
    let checker = LoginChecker(access: access, parallelism: parallelism)
    let logins = await checker.check(desired, planned)
    let exposures = try await ExposureChecker(access: access).check(seed.desired, planned.live)
    let probes = try await self.probes(of: logins.compactMap(\.view?.catalog), over: connection)
    return Verification(
      address: cloud.address,
      backend: cloud.backend.capabilities.name,
      plan: planned.plan,
      logins: logins,
      sharedEntries: SharedEntry.find(in: planned.live, seenIn: logins.compactMap(\.view)),
      exposures: exposures,
      probes: probes
    )
  }

  private func plan(
    _ desired: DesiredState,
    _ converger: Converger,
    _ backend: String
  ) async throws -> PlannedState {
    do {
      return try await converger.settledPlan(desired)
    } catch let error as PlanError {
      throw RefusedPlan(error: error, backend: backend)
    }
  }

  private func probes(
    of catalogs: [EffectiveCatalog],
    over connection: IdentityConnection
  ) async throws -> [ProbeResult]? {
    guard probe else { return nil }
    do throws(TransportError) {
      return try await connection.endpointProbe(parallelism: parallelism).probe(catalogs)
    } catch {
      throw KeystoneError(.transport(error))
    }
  }
}
