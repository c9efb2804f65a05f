import IdentityModel
import Reconciliation

/// A plan as reports show it, be it made by this run or read from a file.
struct ShownPlan: Hashable {
  /// The address of the API that the plan is for.
  let address: String
  /// What the backend is called where it sets a limit, such as `v2.0`.
  let backend: String
  let changes: [ShownChange]
  /// With one in place of those that say the same of several objects.
  let notes: [NoteDocument]
  let unmanagedCount: Int
  /// How many entries do what.
  let counts: [Action: Int]

  init(_ plan: Plan, address: String, backend: String) {
    self.address = address
    self.backend = backend
    changes = plan.changes.map { ShownChange($0, plan.consequences(of: $0)) }
    notes = plan.notes.map { NoteDocument($0, backend: backend) }.folded(over: backend)
    unmanagedCount = plan.unmanagedCount
    counts = plan.changes.entryCounts
  }

  /// A plan that was saved; nil where no command can have written it.
  init?(_ document: PlanDocument) {
    address = document.address
    backend = document.api
    changes = document.changes.compactMap { ShownChange($0) }
    notes = document.notes.folded(over: document.api)
    unmanagedCount = document.summary.unmanaged
    counts = changes.entryCounts
    guard changes.count == document.changes.count else { return nil }
  }

  /// Whether there is nothing to do.
  var isEmpty: Bool { changes.isEmpty }

  /// Whether something differs that the plan cannot change.
  var leavesDrift: Bool { notes.contains { $0.severity != .note } }

  /// What the plan does, counted: `Plan: 1 to create, ...`, or that it does nothing.
  var verdict: String {
    guard !isEmpty else { return leavesDrift ? "No changes can be made." : "No changes." }
    let words = Action.allCases.map { "\(counts[$0, default: 0]) to \($0.rawValue)" }
    return "Plan: \(words.joined(separator: ", "))."
  }

  /// How much is there that the seed does not mention; nothing where that is nothing.
  var unmanaged: String {
    switch unmanagedCount {
    case 0: ""
    case 1: "1 unmanaged object is left alone."
    default: "\(unmanagedCount) unmanaged objects are left alone."
    }
  }
}
