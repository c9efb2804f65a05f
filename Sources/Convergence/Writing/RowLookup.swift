import IdentityModel
import Reconciliation

/// Finds again what a create of one kind made, or met.
///
/// A list serves all who ask at the same time, so that a run that meets another one at every step
/// does not list everything at every step.
struct RowLookup<Draft: ResourceDraft>: Sendable {
  private let store: any ResourceStore<Draft>
  private let list: CoalescedRead<[Draft.Row], BackendFailure>
  private let knownRows: Set<String>

  /// Makes a lookup; it sends nothing yet.
  ///
  /// - Parameters:
  ///   - store: Where to look.
  ///   - known: The IDs of the rows that were there before.
  init(_ store: any ResourceStore<Draft>, before known: [String] = []) {
    self.store = store
    list = CoalescedRead { () async throws(BackendFailure) in try await store.list() }
    knownRows = Set(known)
  }

  /// The rows among which the draft's is, as they are after the call: all of them where the API has no
  /// filter for it.
  func rows(like draft: Draft) async throws(BackendFailure) -> [Draft.Row] {
    guard let found = try await store.rows(like: draft) else { return try await list.value() }
    return found
  }

  /// The row that holds what the draft says; of several that were made since the one that every run
  /// keeps, of several by one unique name none, since either could be meant.
  ///
  /// A row of another spelling that a filter by name finds is the one, too, if it was made since: the
  /// identity service takes the two names for one. One that was there before would have been read as
  /// that, unless the seed declares it itself.
  func id(of draft: Draft) async throws(BackendFailure) -> String? {
    let rows = try await rows(like: draft)
    guard Draft.isKeyUnique else { return Survivor.id(among: copies(of: draft, in: rows)) }
    let holders = rows.filter { draft.isHeld(by: $0) }
    guard holders.isEmpty, store.comparesNames, let name = draft.uniqueName else {
      return holders.count == 1 ? holders.first?.id : nil
    }
    let twins = rows.filter { row in
      !knownRows.contains(row.id) && row.uniqueName?.isTwin(of: name) == true
    }
    return twins.count == 1 ? twins.first?.id : nil
  }

  /// The object whose name a database may take for the draft's.
  func holder(ofNameOf draft: Draft) async throws(BackendFailure) -> NameHolder? {
    guard let name = draft.uniqueName else { return nil }
    return try await rows(like: draft).compactMap { row in
      row.uniqueName.map { NameHolder(name: $0, id: row.id) }
    }.filter { $0.name.isTwin(of: name) }.min { $0.name < $1.name }
  }

  /// The IDs of the rows that were made since and hold what the draft says.
  func copies(of draft: Draft, in rows: [Draft.Row]) -> [String] {
    rows.filter { draft.isHeld(by: $0) && !knownRows.contains($0.id) }.map(\.id)
  }
}
