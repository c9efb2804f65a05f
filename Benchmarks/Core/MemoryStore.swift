import Convergence
import IdentityModel

/// Rows of one kind in memory, each with an ID of its own.
actor MemoryStore<Draft: ResourceDraft>: ResourceStore, ResourceUpdater {
  private var rows: [Draft.Row] = []
  private var lastID = 0
  private let row: @Sendable (String, Draft) -> Draft.Row

  init(row: @escaping @Sendable (String, Draft) -> Draft.Row) {
    self.row = row
  }

  func list() -> [Draft.Row] { rows }

  func create(_ draft: Draft) -> String {
    lastID += 1
    let digits = String(lastID, radix: 16)
    let id = String(repeating: "0", count: 32 - digits.utf8.count) + digits
    rows.append(row(id, draft))
    return id
  }

  func update(_ draft: Draft, id: String, _ fields: Set<Field>) {}

  func delete(id: String) { rows.removeAll { $0.id == id } }

  nonisolated var updater: (any ResourceUpdater<Draft>)? { self }
}
