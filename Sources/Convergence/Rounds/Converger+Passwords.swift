import IdentityModel
import Reconciliation
import Texts

extension Converger {
  /// Tries each password that a round has set, once; one that is still refused was not set.
  ///
  /// Keystone's 200 alone would not say so: what it stores is not always what a login is held
  /// against, and a run that sets the same password each time ends all sessions of the user each time.
  ///
  /// - Parameters:
  ///   - outcomes: What became of each change of the round.
  ///   - desired: What the seed says.
  /// - Returns: The outcomes, as failed where the password is still refused.
  func confirmed(_ outcomes: [StepOutcome], _ desired: DesiredState) async -> [StepOutcome] {
    var trials: [PasswordTrial] = []
    for (index, outcome) in outcomes.enumerated() {
      guard let trial = PasswordTrial(index, outcome.change, desired) else { continue }
      switch outcome.result {
      case .done: trials.append(trial)
      case .failed(.outcomeUnknown): break
      // Nothing was set, so the password is what it was, and so is the answer to it.
      case .failed, .halfDone, .notRetired, .notTried: continue
      }
      passwordChecks[trial.password, trial.userID] = nil
    }
    guard !trials.isEmpty else { return outcomes }
    // Another Galera node may not have it yet, and every refusal counts.
    await retrier.rest(retrier.policy.rereadPause)
    let refused = await refusedTrials(of: trials)
    return outcomes.enumerated().map { index, outcome in
      refused.contains(index)
        ? StepOutcome(
          outcome.change,
          .failed(.passwordStillRefused),
          duration: outcome.duration
        ) : outcome
    }
  }

  private func refusedTrials(of trials: [PasswordTrial]) async -> Set<Int> {
    let answers = await trials.concurrentMap(limit: max(1, parallelism)) { trial -> Int? in
      do throws(BackendFailure) {
        let check = try await passwordChecks.check(
          trial.password,
          ofUser: trial.userID,
          on: backend
        )
        return check == .refused ? trial.index : nil
      } catch {
        return nil
      }
    }
    return Set(answers.compactMap(\.self))
  }
}

/// A password that was set and can be tried.
private struct PasswordTrial: Sendable {
  /// Where the outcome stands.
  let index: Int
  let userID: String
  let password: Secret

  /// Nil for a change that sets no password of a live user, or leaves nobody to log in.
  init?(_ index: Int, _ change: Change, _ desired: DesiredState) {
    guard case .named(.user, let name) = change.key, change.action == .update,
      change.sets(.password),
      !change.fields.contains(where: { $0.field == .enabled && $0.to == .flag(false) }),
      let userID = change.liveID, let password = desired.passwords[name]
    else { return nil }
    self.index = index
    self.userID = userID
    self.password = password
  }
}
