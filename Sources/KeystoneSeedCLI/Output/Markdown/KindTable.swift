import IdentityModel
import Reconciliation

/// How many changes there are of each kind, as a table of Markdown.
struct KindTable {
  /// The changes that one column counts, in the order of a plan.
  struct Column {
    let title: String
    let changes: [ShownChange]

    init(_ title: String, _ changes: [ShownChange]) {
      self.title = title
      self.changes = changes
    }
  }

  private let columns: [Column]
  private let backend: String

  init(_ columns: [Column], backend: String) {
    self.columns = columns
    self.backend = backend
  }

  /// The table, without the kinds of which there is nothing; nothing where there is none at all.
  var text: String {
    let rows = ResourceKind.allCases.compactMap { kind -> [String]? in
      let counts = columns.map { column in
        column.changes.filter { $0.key.kind == kind }.entries.count
      }
      guard counts.contains(where: { $0 > 0 }) else { return nil }
      return [kind.nouns(over: backend)] + counts.map { $0 == 0 ? "" : "\($0)" }
    }
    return rows.isEmpty ? "" : MarkdownText.table(["Kind"] + columns.map(\.title), rows)
  }
}
