/// A name as a seed says it and a database may compare it, with a domain or without.
package protocol ComparedName: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The name alone.
  var text: String { get }
  /// The name with all taken away that a database may not look at; see ``Name/folded``.
  var folded: Self { get }
}

extension Name: ComparedName {}
extension QualifiedName: ComparedName {}
