package import IdentityModel
package import Reconciliation

/// What became of one change.
package struct StepOutcome: Sendable {
  /// How far it got; the failures are kept apart, since a run has many outcomes and few of those.
  package enum Result: Sendable {
    case done
    indirect case failed(StepFailure)
    /// The new row is there and the old one could not be deleted: both are in the catalog.
    indirect case halfDone(StepFailure)
    /// The new row is there and the old one still, since something before its deletion failed.
    case notRetired
    /// Nothing was sent, because something that it needs failed or the run was stopped.
    case notTried
  }

  /// The changes that it is one of, which many outcomes share: their copies would take more memory than
  /// all else in a run.
  private let changes: [Change]
  private let index: Int
  package let result: Result
  /// Whether the row is one that was found, or was gone, and not one that Keystone said it had made
  /// or taken away: somebody else may have made it, with other fields.
  package let isAdopted: Bool
  /// Few bytes, since a run has many outcomes.
  private let milliseconds: UInt32

  package init(
    _ change: Change,
    _ result: Result,
    isAdopted: Bool = false,
    duration: Duration = .zero
  ) {
    self.init([change], at: 0, result, isAdopted: isAdopted, duration: duration)
  }

  /// The outcome of one of many changes.
  init(
    _ changes: [Change],
    at index: Int,
    _ result: Result,
    isAdopted: Bool = false,
    duration: Duration = .zero
  ) {
    self.changes = changes
    self.index = index
    self.result = result
    self.isAdopted = isAdopted
    milliseconds = UInt32(min(max(duration / .milliseconds(1), 0), Double(UInt32.max)))
  }

  /// How long its requests took, with all that was waited for meanwhile.
  package var duration: Duration { .milliseconds(Int64(milliseconds)) }

  package var change: Change { changes[index] }
}

/// The live object whose name a database takes for another one.
package struct NameHolder: Hashable, Sendable {
  package let name: QualifiedName
  package let id: String

  package init(name: QualifiedName, id: String) {
    self.name = name
    self.id = id
  }
}

/// Why a change could not be made.
package enum StepFailure: Error, Sendable {
  /// The request failed, or its answer said so.
  case request(BackendFailure)
  /// The answer was lost and the object is not there, or not yet: it may still appear.
  case outcomeUnknown(BackendFailure)
  /// Keystone says that the name is taken, and lists no such object: on MySQL it is taken by one
  /// whose name the database holds for the same, which is named here where it is listed, else by one
  /// of another domain; of an endpoint, the region's.
  case nameTaken(BackendFailure, by: NameHolder? = nil)
  /// The new row is not in the list that was read after it was made.
  case notReadBack
  /// The ID of something that it needs is not known, or which of several is meant.
  case missingID
  /// The password was set, and a login with it is refused all the same.
  case passwordStillRefused
  /// Keystone says that it took the row away, and lists it all the same.
  case stillThere
  /// The caller's own password was not set: the one that the same run gave to that user opens nothing
  /// before it is changed, and the caller's would open nothing either.
  case locksOutCaller(witness: QualifiedName)

  /// What a request's error means to the step that sent it.
  package init(_ error: BackendFailure) {
    self = error.isOutcomeUnknown ? .outcomeUnknown(error) : .request(error)
  }
}
