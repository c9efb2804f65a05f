package import IdentityModel

/// The objects of one kind in an identity service, whatever version of its API answers.
///
/// A list MUST be whole or an error: "cannot list" is never taken for "there are none". A create MUST be
/// sent once and MUST NOT do anything that can fail after the object is made: what a lost answer means
/// is for whoever looks for the object afterwards. An update or a delete SHOULD come to the same when
/// it is sent twice. What is not there, or there already, is a `BackendFailure` that says so.
package protocol ResourceStore<Draft>: RowStore {
  /// What is written of an object.
  associatedtype Draft: ResourceDraft

  /// All that there are.
  func list() async throws(BackendFailure) -> [Draft.Row]

  /// The rows that a filter leaves which the draft's row passes; nil where the API has no such filter,
  /// so that all have to be listed.
  func rows(like draft: Draft) async throws(BackendFailure) -> [Draft.Row]?

  /// Whether the filter is the database's own comparison of names, so that it tells which it takes for
  /// one.
  var comparesNames: Bool { get }

  /// Makes one object and returns its ID.
  func create(_ draft: Draft) async throws(BackendFailure) -> String

  /// What changes objects in place; nil where the API has no such call, or the kind no fields.
  var updater: (any ResourceUpdater<Draft>)? { get }
}

/// What a store can do with a row, of whatever kind.
package protocol RowStore: Sendable {
  /// The IDs of all rows.
  func ids() async throws(BackendFailure) -> Set<String>

  func delete(id: String) async throws(BackendFailure)
}

/// Changes objects of one kind in place.
package protocol ResourceUpdater<Draft>: Sendable {
  associatedtype Draft: ResourceDraft

  /// Has some fields of a row hold what the draft says, and leaves the others alone.
  func update(
    _ draft: Draft,
    id: String,
    _ fields: Set<Field>
  ) async throws(BackendFailure)
}

extension ResourceStore {
  package func rows(like draft: Draft) async throws(BackendFailure) -> [Draft.Row]? { nil }

  package var comparesNames: Bool { false }

  package func ids() async throws(BackendFailure) -> Set<String> {
    Set(try await list().map(\.id))
  }
}
