import KeystoneClient

/// What a list command shows: named columns, and rows with a value in each.
struct Listing: Hashable, Sendable {
  let columns: [String]
  let rows: [[JSONValue]]

  private init(columns: [String], rows: [[JSONValue]]) {
    self.columns = columns
    self.rows = rows
  }

  /// Makes a list of objects as they come, with these columns.
  init(_ objects: [JSONObject], _ columns: [OpenStackColumn]) {
    self.init(
      columns: columns.headers,
      rows: objects.map { object in columns.map { object[$0.field] ?? .null } }
    )
  }

  /// Makes a list of objects, in the order of prettytable (`PrettyTable._get_rows`): by one column,
  /// then by all of them from the left, a missing value like an empty text.
  init(_ objects: [JSONObject], columns: [String], sortedBy sortColumn: String) {
    let rows = objects.map { object in columns.map { object[$0] ?? .null } }
    let keys = rows.map { row in
      let values = row.map { $0 == .null ? .string("") : $0 }
      return zip(columns, values).filter { $0.0 == sortColumn }.map(\.1) + values
    }
    self.columns = columns
    self.rows = zip(keys, rows).sorted { PythonOrder.precedes($0.0, $1.0) }.map(\.1)
  }

  /// The same rows with these columns, spelled as ``ColumnName`` allows; all where none is named.
  func selecting(_ names: [String]) -> Listing {
    guard !names.isEmpty else { return self }
    let places = names.compactMap { name in
      columns.firstIndex { ColumnName.isSame($0, name) }
    }
    return Listing(
      columns: places.map { columns[$0] },
      rows: rows.map { row in places.map { row[$0] } }
    )
  }

  /// Refuses a column that the list does not have.
  ///
  /// - Parameters:
  ///   - names: The columns that were asked for.
  ///   - others: Columns that it would have with another option.
  /// - Throws: ``ListError/noColumn(_:columns:others:)``.
  func check(_ names: [String], others: [String] = []) throws(ListError) {
    for name in names where !columns.contains(where: { ColumnName.isSame($0, name) }) {
      throw .noColumn(name, columns: columns, others: others)
    }
  }
}
