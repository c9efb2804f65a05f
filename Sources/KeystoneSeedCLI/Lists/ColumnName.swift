/// How the columns of lists may be spelled.
enum ColumnName {
  /// Whether two spellings mean one column: `Service Name` is `service_name`, as to the openstack
  /// command (`DisplayCommandBase._normalize_column_name`).
  static func isSame(_ left: String, _ right: String) -> Bool { typed(left) == typed(right) }

  /// The spelling that is typed easily.
  static func typed(_ name: String) -> String { name.lowercased().replacing(" ", with: "_") }
}
