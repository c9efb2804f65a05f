import IdentityModel
import Reconciliation

/// A plan as JSON: what `--output json` prints and a saved plan holds.
struct PlanDocument: Hashable, Codable {
  struct Summary: Hashable, Codable {
    let create: Int
    let update: Int
    let replace: Int
    let delete: Int
    let unmanaged: Int
  }

  /// The address of the API that the plan is for.
  let address: String
  /// Its version, `v2.0` or `v3`.
  let api: String
  let changes: [ChangeDocument]
  let notes: [NoteDocument]
  /// Whether apply asks before it begins, or needs `--yes`.
  let needsAgreement: Bool
  let summary: Summary

  init(_ plan: Plan, address: String, backend: String) {
    self.address = address
    api = backend
    changes = plan.changes.map { ChangeDocument($0, plan.consequences(of: $0)) }
    notes = plan.notes.map { NoteDocument($0, backend: backend) }
    needsAgreement = plan.needsAgreement
    let counts = plan.changes.entryCounts
    summary = Summary(
      create: counts[.create, default: 0],
      update: counts[.update, default: 0],
      replace: counts[.replace, default: 0],
      delete: counts[.delete, default: 0],
      unmanaged: plan.unmanagedCount
    )
  }
}

extension PlanDocument {
  /// What it does, whatever that comes to for users.
  var changesAlone: [ChangeDocument] { changes.map(\.withoutConsequences) }
}
