/// What a backend has that keeps no objects of a kind: none are listed, and none are made.
package struct UnkeptStore<Draft: ResourceDraft>: ResourceStore {
  /// What a plan calls the backend.
  private let backend: String

  /// - Parameter backend: What a plan calls the backend.
  package init(of backend: String) {
    self.backend = backend
  }

  package func list() async throws(BackendFailure) -> [Draft.Row] { [] }

  package func create(_ draft: Draft) async throws(BackendFailure) -> String { throw failure }

  package func delete(id: String) async throws(BackendFailure) { throw failure }

  package var updater: (any ResourceUpdater<Draft>)? { nil }

  private var failure: BackendFailure { BackendFailure(.notSent, cause: Unkept(backend: backend)) }
}

/// Nothing was sent, since the API knows no such objects.
struct Unkept: BackendError {
  let backend: String

  var words: String { "\(backend) has no such objects" }
  var description: String { words }
}
