/// How many requests, or operations of a plan, are under way at a time.
package enum Parallelism: Hashable, Sendable {
  /// That many, at least 1.
  case fixed(Int)
  /// As many as the server answers sooner together than one after the other; see ``Pace``.
  case automatic

  /// What nobody has to ask for.
  package static let standard = Parallelism.fixed(8)

  /// How many it begins with.
  package var first: Int {
    switch self {
    case .fixed(let count): max(1, count)
    case .automatic: 8
    }
  }

  /// How many there are at most.
  package var most: Int {
    switch self {
    case .fixed(let count): max(1, count)
    case .automatic: 64
    }
  }
}
