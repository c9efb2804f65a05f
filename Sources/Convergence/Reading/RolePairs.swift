import IdentityModel

/// The pairs of a live user and a live tenant between which the seed has a say: between no others
/// can roles differ.
///
/// Where nobody lists all assignments, each pair is a request.
struct RolePairs {
  /// A live user and a live tenant.
  struct Pair: Hashable, Sendable {
    let user: QualifiedName
    let userID: String
    let tenant: QualifiedName
    let tenantID: String
  }

  private let users: Numbered
  private let tenants: Numbered
  /// The pairs of live users and tenants of which the seed says what there is, or is not.
  private var declared: Set<Place>
  /// The tenants in which everybody matters whose roles the seed declares anywhere.
  private let pruned: Set<QualifiedName>
  private let usersWithDeclaredRoles: Set<QualifiedName>

  /// Finds out which pairs there are.
  ///
  /// - Parameters:
  ///   - users: The live users.
  ///   - tenants: The live tenants.
  ///   - desired: What the seed says.
  ///   - prunes: Whether roles that the seed does not declare are to go.
  init(users: [UserRow], tenants: [Live<Tenant>], desired: DesiredState, prunes: Bool) {
    let users = Numbered(users) { (name: $0.user.name, id: $0.id) }
    let tenants = Numbered(tenants) { (name: $0.value.name, id: $0.id) }
    self.users = users
    self.tenants = tenants
    declared = Set(minimumCapacity: desired.assignments.count)
    for assignment in [desired.assignments, Array(desired.absent.assignments)].joined() {
      if let tenant = assignment.tenant.flatMap({ tenants.byName[$0] }),
        let user = assignment.user.flatMap({ users.byName[$0] })
      {
        declared.insert(Place(user: user, tenant: tenant))
      }
    }
    pruned = prunes ? Set(desired.tenants.map(\.name)) : []
    usersWithDeclaredRoles = desired.usersWithDeclaredRoles
  }

  /// The pairs to ask about at once; made when they are asked for, since a list saves them all.
  var toAsk: [Pair] { declared.filter(isAskedAtOnce).map(pair).sorted() }

  /// How many pairs there are to ask about at once.
  private var toAskCount: Int {
    pruned.isEmpty ? declared.count : declared.count(where: isAskedAtOnce)
  }

  /// In a tenant that is pruned, the members tell whom to ask about.
  private func isAskedAtOnce(_ place: Place) -> Bool {
    !pruned.contains(tenants.names[place.tenant])
  }

  /// Those of some users and tenants that are live, in the order of their names.
  func pairs(among users: [QualifiedName: Set<QualifiedName>]) -> [Pair] {
    users.sorted { $0.key < $1.key }.flatMap { pairs(of: $0.value.sorted(), in: $0.key) }
  }

  /// The tenants to be asked first who has any role there, with their IDs: that is one request, and
  /// saves those about all who have none.
  var tenantsToList: [(name: QualifiedName, id: String)] {
    pruned.sorted().compactMap { name in tenants.id(of: name).map { (name, $0) } }
  }

  /// The pairs to ask about in a tenant whose members are known, by their IDs.
  func toAsk(in tenant: QualifiedName, members: Set<String>) -> [Pair] {
    guard let number = tenants.byName[tenant] else { return [] }
    return members.compactMap { users.byID[$0] }
      .map { Place(user: $0, tenant: number) }
      .filter { usersWithDeclaredRoles.contains(users.names[$0.user]) || declared.contains($0) }
      .map(pair)
      .sorted()
  }

  /// Whether one list of all assignments saves more than it costs: an assignment of it takes Keystone
  /// about a hundredth of the time that a question takes, and a user seldom has more than a few.
  var areWorthAList: Bool {
    let questions = toAskCount + tenantsToList.count
    return questions > Self.fewQuestions
      && questions * Self.mostUsersToAQuestion > users.byName.count
  }

  private static let fewQuestions = 50
  private static let mostUsersToAQuestion = 30

  /// What a list of all assignments says of the pairs.
  ///
  /// - Parameters:
  ///   - assignments: The list.
  ///   - roles: The live roles, whose names it does not have.
  /// - Returns: The assignments between which the seed has a say.
  func select(_ assignments: some Sequence<AssignmentIDs>, roles: [Live<Role>]) -> [RoleAssignment]
  {
    let roles = Dictionary(roles.map { ($0.id, $0.value.name) }) { first, _ in first }
    return assignments.compactMap { ids in
      guard let user = ids.userID.flatMap({ users.byID[$0] }),
        let tenant = ids.tenantID.flatMap({ tenants.byID[$0] }),
        let role = roles[ids.roleID], hasSay(in: Place(user: user, tenant: tenant))
      else { return nil }
      return RoleAssignment(user: users.names[user], tenant: tenants.names[tenant], role: role)
    }
  }

  private func hasSay(in place: Place) -> Bool {
    declared.contains(place)
      || (pruned.contains(tenants.names[place.tenant])
        && usersWithDeclaredRoles.contains(users.names[place.user]))
  }

  private func pairs(of names: some Sequence<QualifiedName>, in tenant: QualifiedName) -> [Pair] {
    guard let tenant = tenants.byName[tenant] else { return [] }
    return names.compactMap { users.byName[$0] }.map { pair(Place(user: $0, tenant: tenant)) }
  }

  private func pair(_ place: Place) -> Pair {
    Pair(
      user: users.names[place.user],
      userID: users.ids[place.user],
      tenant: tenants.names[place.tenant],
      tenantID: tenants.ids[place.tenant]
    )
  }
}

extension RolePairs.Pair: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    (left.tenant, left.user) < (right.tenant, right.user)
  }
}

/// A user's and a tenant's number: of a hundred thousand, two numbers are found much sooner than two
/// names.
private struct Place: Hashable {
  let user: Int
  let tenant: Int
}

/// Live objects with a number each, without those whose name another one has too: either could be
/// meant.
private struct Numbered: Sendable {
  let names: [QualifiedName]
  let ids: [String]
  let byName: [QualifiedName: Int]
  let byID: [String: Int]

  init<Row>(_ rows: [Row], _ parts: (Row) -> (name: QualifiedName, id: String)) {
    let names = rows.map { parts($0).name }
    let ids = rows.map { parts($0).id }
    var byName = [QualifiedName: Int](minimumCapacity: rows.count)
    var ambiguous: Set<QualifiedName> = []
    for (number, name) in names.enumerated() where byName.updateValue(number, forKey: name) != nil {
      ambiguous.insert(name)
    }
    for name in ambiguous { byName[name] = nil }
    var byID = [String: Int](minimumCapacity: rows.count)
    for (number, id) in ids.enumerated()
    where ambiguous.isEmpty || !ambiguous.contains(names[number]) {
      byID[id] = number
    }
    (self.names, self.ids, self.byName, self.byID) = (names, ids, byName, byID)
  }

  func id(of name: QualifiedName) -> String? { byName[name].map { ids[$0] } }
}
