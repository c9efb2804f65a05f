package import IdentityModel

/// What lives in a domain, and goes with it although no line of a plan says so; its roles do not.
package struct Residents: Hashable, Sendable {
  /// The kinds that live in one, in the order in which they are told.
  package static let kinds: [NamedKind] = [.tenant, .group, .user]

  /// How many of each kind; none of a kind of which there are none.
  package let counts: [ResourceKind: Int]

  /// Counts what was read of a domain.
  ///
  /// - Parameters:
  ///   - domain: Which.
  ///   - live: Its lists, which were looked at with that domain in sight.
  package init(of domain: Name, in live: LiveState) {
    let counted = Self.kinds.map { kind in
      (kind.kind, live.keys(of: kind).count { $0.uniqueName?.domain == domain })
    }
    self.init(Dictionary(counted.filter { $0.1 > 0 }) { first, _ in first })
  }

  package init(_ counts: [ResourceKind: Int]) {
    self.counts = counts
  }
}
