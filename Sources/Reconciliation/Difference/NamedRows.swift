import IdentityModel

/// Where each name stands in a list in which most names stand once.
struct NamedRows {
  private let positions: Positions<QualifiedName>
  /// The first row of its name for each that is not the first itself.
  private let earlier: [Int: Int]
  /// How many rows have the name of one that is first, where it is more than that one.
  private let counts: [Int: Int]

  init(_ names: [QualifiedName]) {
    var earlier: [Int: Int] = [:]
    var counts: [Int: Int] = [:]
    positions = Positions(names) { position, first in
      earlier[position] = first
      counts[first, default: 1] += 1
    }
    self.earlier = earlier
    self.counts = counts
  }

  /// The first row of that name.
  func firstIndex(of name: QualifiedName) -> Int? { positions.first(of: name) }

  /// The first row of the name that the row has.
  func first(of index: Int) -> Int { earlier[index] ?? index }

  /// How many rows have the name of that one, which is the first of them.
  func count(at index: Int) -> Int { counts[index] ?? 1 }
}
