import IdentityModel

/// A store that tries again whatever may be done twice: lists, updates, deletes.
///
/// Creates pass through: what a lost answer to one means is for ``ChangeWriter`` to find out.
struct RetryingStore<Draft: ResourceDraft>: ResourceStore {
  private let store: any ResourceStore<Draft>
  private let retrier: Retrier
  private let probe: @Sendable () async throws(BackendFailure) -> Void

  /// Makes one.
  ///
  /// - Parameters:
  ///   - store: What is asked.
  ///   - retrier: When to try again.
  ///   - probe: A short question that tells whether the service answers at all.
  init(
    _ store: any ResourceStore<Draft>,
    retrier: Retrier,
    probe: @escaping @Sendable () async throws(BackendFailure) -> Void
  ) {
    self.store = store
    self.retrier = retrier
    self.probe = probe
  }

  func list() async throws(BackendFailure) -> [Draft.Row] {
    try await retrier.retrying { () throws(BackendFailure) in try await store.list() }
  }

  func rows(like draft: Draft) async throws(BackendFailure) -> [Draft.Row]? {
    try await retrier.retrying { () throws(BackendFailure) in try await store.rows(like: draft) }
  }

  var comparesNames: Bool { store.comparesNames }

  func create(_ draft: Draft) async throws(BackendFailure) -> String {
    try await store.create(draft)
  }

  func delete(id: String) async throws(BackendFailure) {
    try await retrier.retrying(probe: probe) { () throws(BackendFailure) in
      try await store.delete(id: id)
    }
  }

  var updater: (any ResourceUpdater<Draft>)? {
    store.updater.map { RetryingUpdater(updater: $0, retrier: retrier, probe: probe) }
  }
}

/// The same for what changes objects in place.
private struct RetryingUpdater<Draft: ResourceDraft>: ResourceUpdater {
  let updater: any ResourceUpdater<Draft>
  let retrier: Retrier
  let probe: @Sendable () async throws(BackendFailure) -> Void

  func update(
    _ draft: Draft,
    id: String,
    _ fields: Set<Field>
  ) async throws(BackendFailure) {
    try await retrier.retrying(probe: probe) { () throws(BackendFailure) in
      try await updater.update(draft, id: id, fields)
    }
  }
}
