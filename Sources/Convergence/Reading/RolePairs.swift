import IdentityModel

/// The pairs of a live user and a live tenant between which the seed has a say: between no others
/// can roles differ.
///
/// v2.0 has no call that lists all assignments, so that each pair is a request.
struct RolePairs {
  /// A live user and a live tenant.
  struct Pair: Hashable, Sendable {
    let user: Name
    let userID: String
    let tenant: Name
    let tenantID: String
  }

  private let users: [Name: String]
  private let names: [String: Name]
  private let tenants: [Name: String]
  /// By tenant, the users of whom the seed says what they have there, or have not.
  private var declared: [Name: Set<Name>] = [:]
  /// The tenants in which everybody matters whose roles the seed declares anywhere.
  private let pruned: Set<Name>
  private let usersWithDeclaredRoles: Set<Name>
  /// Finds out which pairs there are.
  ///
  /// - Parameters:
  ///   - users: The live users.
  ///   - tenants: The live tenants.
  ///   - desired: What the seed says.
  ///   - prunes: Whether roles that the seed does not declare are to go.
  init(users: [UserRow], tenants: [Live<Tenant>], desired: DesiredState, prunes: Bool) {
    self.users = users.idsByUniqueName()
    names = Dictionary(self.users.map { ($0.value, $0.key) }) { first, _ in first }
    self.tenants = tenants.byUniqueName().mapValues(\.id)
    for assignment in desired.assignments {
      declared[assignment.tenant, default: []].insert(assignment.user)
    }
    for assignment in desired.absent.assignments {
      declared[assignment.tenant, default: []].insert(assignment.user)
    }
    pruned = prunes ? Set(desired.tenants.map(\.name)) : []
    usersWithDeclaredRoles = desired.usersWithDeclaredRoles
  }

  /// The pairs to ask about at once; made when they are asked for, since a list saves them all.
  var toAsk: [Pair] { pairs(among: declared.filter { !pruned.contains($0.key) }) }

  /// How many pairs there are to ask about at once.
  private var toAskCount: Int {
    declared.reduce(0) { count, entry in
      guard !pruned.contains(entry.key), tenants[entry.key] != nil else { return count }
      return count + entry.value.count { users[$0] != nil }
    }
  }

  /// Those of some users and tenants that are live, in the order of their names.
  func pairs(among users: [Name: Set<Name>]) -> [Pair] {
    users.sorted { $0.key < $1.key }.flatMap { pairs(of: $0.value.sorted(), in: $0.key) }
  }

  /// The tenants to be asked first who has any role there, with their IDs: that is one request, and
  /// saves those about all who have none.
  var tenantsToList: [(name: Name, id: String)] {
    pruned.sorted().compactMap { name in tenants[name].map { (name, $0) } }
  }

  /// The pairs to ask about in a tenant whose members are known, by their IDs.
  func toAsk(in tenant: Name, members: Set<String>) -> [Pair] {
    let own = declared[tenant] ?? []
    let candidates = members.compactMap { names[$0] }.filter {
      usersWithDeclaredRoles.contains($0) || own.contains($0)
    }
    return pairs(of: candidates.sorted(), in: tenant)
  }

  /// Whether one list of all assignments saves more than it costs: an assignment of it takes Keystone
  /// about a hundredth of the time that a question takes, and a user seldom has more than a few.
  var areWorthAList: Bool {
    let questions = toAskCount + tenantsToList.count
    return questions > Self.fewQuestions && questions * Self.mostUsersToAQuestion > names.count
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
    let tenants = Dictionary(tenants.map { ($0.value, $0.key) }) { first, _ in first }
    return assignments.compactMap { ids in
      guard let user = names[ids.userID], let tenant = tenants[ids.tenantID],
        let role = roles[ids.roleID],
        declared[tenant]?.contains(user) == true
          || (pruned.contains(tenant) && usersWithDeclaredRoles.contains(user))
      else { return nil }
      return RoleAssignment(user: user, tenant: tenant, role: role)
    }
  }

  private func pairs(of names: some Sequence<Name>, in tenant: Name) -> [Pair] {
    guard let tenantID = tenants[tenant] else { return [] }
    return names.compactMap { name in
      users[name].map { Pair(user: name, userID: $0, tenant: tenant, tenantID: tenantID) }
    }
  }
}
