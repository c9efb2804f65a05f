/// Which of several rows stays where only one may: the same one whoever looks.
///
/// Runs that race agree by it on what to take away; a second rule anywhere would have each take away
/// the row that another one keeps.
package enum Survivor {
  /// The row that stays where nothing but their IDs tells some apart.
  package static func id(among ids: some Sequence<String>) -> String? {
    ids.min(by: precedes)
  }

  /// Whether the left row stays and not the right one, where nothing but their IDs tells them apart.
  static func precedes(_ left: String, _ right: String) -> Bool { left < right }

  /// The rows among which one stays: those that users see, if there are any, since a hidden one would
  /// take the object out of the catalog.
  static func candidates<Row>(among rows: [Row], isShown: (Row) -> Bool) -> [Row] {
    let shown = rows.filter(isShown)
    return shown.isEmpty ? rows : shown
  }
}
