/// One row of a ``Table``.
protocol StoredRecord: Sendable {
  var id: String { get }
  /// The name that no second record of the table may have, or nil where names may repeat.
  var uniqueName: String? { get }
}
