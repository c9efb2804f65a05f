/// Which roles come with which, be it over several others.
struct RoleReach {
  private var implied: [NameOrID: [(role: NameOrID, time: Lifetime)]] = [:]
  private var known: [NameOrID: [NameOrID: Lifetime]] = [:]

  /// - Parameter implications: Which roles imply which, and when; circles do no harm.
  init(_ implications: [Access.Implied: Lifetime]) {
    for (pair, time) in implications {
      implied[pair.role, default: []].append((pair.implied, time))
    }
  }

  /// The roles that somebody has who has that one, itself among them, each with when it comes along.
  mutating func roles(with role: NameOrID) -> [NameOrID: Lifetime] {
    if let roles = known[role] { return roles }
    var roles = [role: Lifetime.throughout]
    var waiting = [role]
    // One that is reached a second time, over other roles, may be there earlier or longer.
    while let next = waiting.popLast() {
      guard let nextTime = roles[next] else { continue }
      for (role, time) in implied[next] ?? [] {
        let way = nextTime && time
        let time = roles[role].map { $0 || way } ?? way
        guard roles[role] != time else { continue }
        roles[role] = time
        waiting.append(role)
      }
    }
    known[role] = roles
    return roles
  }
}
