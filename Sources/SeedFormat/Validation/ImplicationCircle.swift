internal import IdentityModel

/// A role that implies itself, be it through others.
struct ImplicationCircle {
  /// The role, those on the way, and the role again.
  let roles: [QualifiedName]
  /// The implication that closes it.
  let last: Implication

  /// Those without whose last implications there is none.
  ///
  /// Each implication is looked at once, so that a long chain costs no more than its length.
  static func all(among implications: [Implication]) -> [ImplicationCircle] {
    let byRole = Dictionary(grouping: implications, by: \.role)
    var circles: [ImplicationCircle] = []
    var seen: Set<QualifiedName> = []
    for start in implications.lazy.map(\.role) where seen.insert(start).inserted {
      var path = [start]
      var positions = [start: 0]
      var next = [0]
      while let role = path.last {
        let implied = byRole[role] ?? []
        let index = next[path.count - 1]
        guard index < implied.count else {
          path.removeLast()
          next.removeLast()
          positions[role] = nil
          continue
        }
        next[path.count - 1] += 1
        let target = implied[index].implied
        if let first = positions[target] {
          let roles = Array(path[first...]) + [target]
          circles.append(ImplicationCircle(roles: roles, last: implied[index]))
        } else if seen.insert(target).inserted {
          positions[target] = path.count
          path.append(target)
          next.append(0)
        }
      }
    }
    return circles
  }
}
