import Reconciliation

extension [StepOutcome] {
  /// The outcomes once all was read again, and this is planned.
  ///
  /// After a 500 of Keystone's own a change is not unknown any more when it is planned again: what
  /// Keystone was at had ended before it answered. What a proxy gave up for may still be done.
  func settled(by plan: Plan) -> [StepOutcome] {
    let left = Set(plan.changes.map(\.key))
    return map { outcome in
      guard case .failed(.outcomeUnknown(let error)) = outcome.result, error.isServiceFailure,
        left.contains(outcome.change.key)
      else { return outcome }
      return StepOutcome(
        outcome.change,
        .failed(.request(error)),
        isAdopted: outcome.isAdopted,
        duration: outcome.duration
      )
    }
  }
}
