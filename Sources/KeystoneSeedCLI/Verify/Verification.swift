import Convergence
import IdentityModel
import Reconciliation

/// What verify found: a value, to be shown as text or JSON.
struct Verification: Sendable {
  /// The address of the admin API.
  let address: String
  /// What the backend is called where it sets a limit.
  let backend: String
  let plan: Plan
  let logins: [LoginCheck]
  let sharedEntries: [SharedEntry]
  let exposures: [Exposure]
  /// The answers of the endpoints; nil without `--probe`.
  let probes: [ProbeResult]?

  /// The plan as reports show it.
  var shownPlan: ShownPlan { ShownPlan(plan, address: address, backend: backend) }

  /// Whether live and seed differ, or a user cannot do what the seed is for.
  ///
  /// A warning is no drift: a cloud that is as its seed says has none.
  var hasDrift: Bool {
    !plan.isEmpty || plan.notes.contains(where: \.isDrift)
      || logins.contains(where: \.isProblem)
  }

  /// What is unsafe or odd, in words, though it is no drift.
  var warnings: [String] {
    sharedEntries.map { VerifyWording.text(of: $0) } + exposures.map { VerifyWording.text(of: $0) }
      + (probes ?? []).compactMap { VerifyWording.warning(of: $0) }
  }

  /// The checks that gave no answer.
  var failures: [BackendFailure] {
    logins.compactMap { if case .failed(let error) = $0.outcome { error } else { nil } }
  }

  /// What could not be checked, in words.
  var errorMessages: [ErrorMessage] {
    plan.errorMessages(backend: backend) + failures.map(\.message)
  }

  /// What Prometheus is told of it.
  var metrics: RunMetrics {
    RunMetrics(
      command: "verify",
      address: address,
      hasDrift: hasDrift,
      changes: shownPlan.changes,
      checks: RunMetrics.Checks(
        logins: logins.count,
        failedLogins: logins.count(where: \.isProblem),
        openTokens: exposures.count(where: \.isOpenToken),
        warnings: warnings.count,
        notChecked: errorMessages.count
      )
    )
  }

  /// What the program ends with; drift that was found counts more than what was not found out.
  var exitStatus: ExitStatus {
    if hasDrift { return .changesPending }
    return plan.isIncomplete || !failures.isEmpty ? .failure : .success
  }
}

extension PlanNote {
  /// Whether it is about a difference that was seen, not about one that may be there.
  fileprivate var isDrift: Bool {
    switch self {
    case .unmanageable, .pinned, .disabled, .strayInterface, .unreachable, .ownPasswordKept,
      .ambiguous, .domainDisabled, .heldInDirectory, .staysInDirectory, .immutable, .staysBelow,
      .limitHeld(_, _, _, isPruned: false):
      true
    case .passwordCheckFailed, .passwordOfDisabledUser, .kindNotPruned, .sharesType, .nearType,
      .regionDiffersOnlyByCase, .withoutPassword, .indirect, .originUnknown, .interfacesUnknown,
      .unreachableNotPruned:
      false
    case .twin, .twinNotPruned, .adopted, .besideTwin, .immutableNotPruned, .startsEmpty,
      .takesAlong, .regionNotPruned:
      false
    case .passwordOfLockedUser, .passwordToBeChanged, .passwordsOfReadOnlyUsers, .refusedLogins,
      .missingInDirectory, .notPrunedInDirectory, .holderIsGone, .listGap:
      false
    case .ownPasswordSet, .unlocksUser, .firstPasswordsKept, .passwordLacking,
      .enabledByReplacement, .limitsGivenBack, .limitHeld, .consequencesUnknown:
      false
    }
  }
}
