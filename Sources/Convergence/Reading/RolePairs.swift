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
  /// What the seed says there is, or is not.
  private let said: [RoleAssignment]
  /// Between whom each of that is, ``Place/nowhere`` where one of them is not live.
  private let places: Positions<Place>
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
    let users = Numbered(names: users.map(\.user.name), ids: users.map(\.id))
    let tenants = Numbered(names: tenants.map(\.value.name), ids: tenants.map(\.id))
    self.users = users
    self.tenants = tenants
    let absent = desired.absent.assignments
    said = absent.isEmpty ? desired.assignments : desired.assignments + absent
    places = Positions(
      said.map { assignment in
        guard case .user(let userName) = assignment.holder,
          case .tenant(let tenantName) = assignment.scope,
          let tenant = tenants.number(of: tenantName), let user = users.number(of: userName)
        else { return .nowhere }
        return Place(user: user, tenant: tenant)
      }
    )
    pruned = prunes ? Set(desired.tenants.map(\.name)) : []
    usersWithDeclaredRoles = desired.usersWithDeclaredRoles
  }

  /// The pairs to ask about at once; made when they are asked for, since a list saves them all.
  var toAsk: [Pair] { placesToAsk.map(pair).sorted() }

  /// In a tenant that is pruned, the members tell whom to ask about.
  private var placesToAsk: Set<Place> {
    Set(places.keys).filter { place in
      place != .nowhere && (pruned.isEmpty || !pruned.contains(tenants.names.keys[place.tenant]))
    }
  }

  /// Those of some users and tenants that are live, in the order of their names.
  func pairs(among users: [QualifiedName: Set<QualifiedName>]) -> [Pair] {
    users.sorted { $0.key < $1.key }.flatMap { pairs(of: $0.value.sorted(), in: $0.key) }
  }

  /// The tenants to be asked first who has any role there, with their IDs: that is one request, and
  /// saves those about all who have none.
  var tenantsToList: [(name: QualifiedName, id: String)] {
    pruned.sorted().compactMap { name in
      tenants.number(of: name).map { (name, tenants.ids.keys[$0]) }
    }
  }

  /// The pairs to ask about in a tenant whose members are known, by their IDs.
  func toAsk(in tenant: QualifiedName, members: Set<String>) -> [Pair] {
    guard let number = tenants.number(of: tenant) else { return [] }
    return members.compactMap { users.number(ofID: $0) }
      .map { Place(user: $0, tenant: number) }
      .filter { place in
        usersWithDeclaredRoles.contains(users.names.keys[place.user]) || isSaid(of: place)
      }
      .map(pair)
      .sorted()
  }

  /// Whether one list of all assignments saves more than it costs: an assignment of it takes Keystone
  /// about a hundredth of the time that a question takes, and a user seldom has more than a few.
  var areWorthAList: Bool {
    let questions = placesToAsk.count + tenantsToList.count
    return questions > Self.fewQuestions
      && questions * Self.mostUsersToAQuestion > users.names.keys.count
  }

  private static let fewQuestions = 50
  private static let mostUsersToAQuestion = 30

  /// What a list of all assignments says of the pairs.
  struct Selection {
    /// The assignments between which the seed has a say.
    var assignments: Set<RoleAssignment>
    /// How many of them the seed says there are, or are not; some more may be.
    fileprivate(set) var saidCount = 0
  }

  /// Selects what a list of all assignments says of the pairs.
  ///
  /// - Parameters:
  ///   - list: The list.
  ///   - roles: The live roles, whose names it does not have.
  /// - Returns: What it says.
  func select(_ list: some Collection<AssignmentIDs>, roles: [Live<Role>]) -> Selection {
    let roles = Dictionary(roles.map { ($0.id, $0.value.name) }) { first, _ in first }
    var selection = Selection(assignments: Set(minimumCapacity: min(list.count, said.count)))
    for ids in list {
      guard case .user(let userID) = ids.holder, case .tenant(let tenantID) = ids.scope,
        let user = users.number(ofID: userID), let tenant = tenants.number(ofID: tenantID),
        let role = roles[ids.roleID]
      else { continue }
      let place = Place(user: user, tenant: tenant)
      if let known = assignment(of: role, in: place) {
        if selection.assignments.insert(known).inserted { selection.saidCount += 1 }
      } else if hasSay(in: place) {
        let (userName, tenantName) = (users.names.keys[user], tenants.names.keys[tenant])
        selection.assignments.insert(RoleAssignment(user: userName, tenant: tenantName, role: role))
      }
    }
    return selection
  }

  /// The seed's own word of a role there; nil where it has none, or has it not beside others of the place.
  private func assignment(of role: QualifiedName, in place: Place) -> RoleAssignment? {
    guard var position = places.first(of: place) else { return nil }
    while position < said.count, places.keys[position] == place {
      if said[position].role == role { return said[position] }
      position += 1
    }
    return nil
  }

  private func isSaid(of place: Place) -> Bool { places.first(of: place) != nil }

  private func hasSay(in place: Place) -> Bool {
    isSaid(of: place)
      || (pruned.contains(tenants.names.keys[place.tenant])
        && usersWithDeclaredRoles.contains(users.names.keys[place.user]))
  }

  private func pairs(of names: some Sequence<QualifiedName>, in tenant: QualifiedName) -> [Pair] {
    guard let tenant = tenants.number(of: tenant) else { return [] }
    return names.compactMap { users.number(of: $0) }
      .map { pair(Place(user: $0, tenant: tenant)) }
  }

  private func pair(_ place: Place) -> Pair {
    Pair(
      user: users.names.keys[place.user],
      userID: users.ids.keys[place.user],
      tenant: tenants.names.keys[place.tenant],
      tenantID: tenants.ids.keys[place.tenant]
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
  /// What is between nobody live.
  static let nowhere = Place(user: -1, tenant: -1)

  private let numbers: Int64

  init(user: Int, tenant: Int) {
    numbers = Int64(user) << 32 | Int64(tenant)
  }

  var user: Int { Int(numbers >> 32) }
  var tenant: Int { Int(numbers & 0xFFFF_FFFF) }
}

/// Live objects with a number each, by which those are found whose name no other one has: else either
/// could be meant.
private struct Numbered: Sendable {
  let names: Positions<QualifiedName>
  let ids: Positions<String>
  private let ambiguous: Set<Int>

  init(names: [QualifiedName], ids: [String]) {
    var ambiguous: Set<Int> = []
    self.names = Positions(names) { ambiguous.formUnion([$0, $1]) }
    self.ids = Positions(ids)
    self.ambiguous = ambiguous
  }

  func number(of name: QualifiedName) -> Int? { unambiguous(names.first(of: name)) }
  func number(ofID id: String) -> Int? { unambiguous(ids.first(of: id)) }

  private func unambiguous(_ number: Int?) -> Int? {
    number.flatMap { ambiguous.contains($0) ? nil : $0 }
  }
}
