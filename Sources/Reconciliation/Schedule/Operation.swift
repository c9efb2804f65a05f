/// One thing to do, of which a change takes one, or two when it replaces a row.
package struct Operation: Hashable, Sendable {
  /// Which part of its change an operation does.
  package enum Part: Hashable, Sendable {
    /// All of a create, update or delete.
    case whole
    /// The first half of a replacement: the new row is made and read back.
    case make
    /// The second half: the old row is deleted.
    case retire
  }

  /// The index of its change in the plan.
  package let change: Int
  package let part: Part
  /// The operations that must have succeeded before; indices into the schedule.
  package var after: [Int]
  /// The operations that must have ended before, well or not.
  package var afterSettled: [Int]
}
