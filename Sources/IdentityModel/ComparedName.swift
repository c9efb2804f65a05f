/// A name as a seed says it and a database may compare it, with a domain or without.
package protocol ComparedName: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The name alone.
  var text: String { get }
  /// The name with all taken away that a database may not look at; see ``Name/folded``.
  var folded: Self { get }
  /// The name between quotes, as a message has it, with its domain where it has one.
  var quoted: String { get }
}
