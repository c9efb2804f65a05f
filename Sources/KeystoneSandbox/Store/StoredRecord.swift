/// One row of a ``Table``.
protocol StoredRecord: Sendable {
  var id: String { get }
  /// The name that no second record of its space may have, or nil where names may repeat.
  var uniqueName: String? { get }
  /// Within what the name is unique: as a rule a domain's id.
  var nameSpace: String { get }
  /// The space that is meant where nobody names one.
  static var homeNameSpace: String { get }
}

extension StoredRecord {
  var nameSpace: String { Self.homeNameSpace }
  static var homeNameSpace: String { "" }
}
