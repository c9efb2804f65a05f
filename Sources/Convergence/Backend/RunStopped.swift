/// The run was stopped before something was sent.
package struct RunStopped: BackendError {
  package init() {}

  package var words: String { "cancelled" }
  package var description: String { words }
}

extension BackendFailure {
  /// Nothing was sent, since the run was stopped.
  package static let stopped = BackendFailure(
    .stopped,
    isOutcomeUnknown: true,
    cause: RunStopped()
  )
}
