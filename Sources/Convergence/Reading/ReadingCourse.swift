import IdentityModel
import Reconciliation
import Texts

/// How far a reading has got: what the answers so far have told, and what to ask because of them.
///
/// Each question is asked as soon as it is known: nobody waits for a list to log in that is not about
/// users, and the logins, which take Keystone longest, come first.
struct ReadingCourse {
  enum Question: Sendable {
    case list(ResourceKind)
    /// What was granted to everybody, and can be revoked.
    case grants
    /// The same with what comes by groups, inheritance and implication, which takes Keystone twenty
    /// times as long.
    case assignments
    case members(of: QualifiedName, id: String)
    case roles(RolePairs.Pair)
    case implications
    /// The interfaces of all endpoints.
    case interfaces
    case groupMembers(of: QualifiedName, id: String)
    case holder(AssignmentIDs.Holder)
    case login(UserRow, Secret)
  }

  enum Answer: Sendable {
    case list(ResourceKind, LiveLists)
    case grants([AssignmentIDs]?)
    case assignments([AssignmentIDs]?)
    case members(of: QualifiedName, Set<String>)
    case roles([RoleAssignment])
    case implications(Set<ImplicationIDs>)
    case interfaces(InterfaceReader.Answer)
    case groupMembers(of: QualifiedName, Set<String>)
    case holder(AssignmentIDs.Holder, isGone: Bool)
    case login(QualifiedName, PasswordCheck)
  }

  private enum Grants {
    case notAsked
    case asked
    case known([AssignmentIDs])
    /// The list has been made use of, and is not kept.
    case used
    /// Nobody lists them.
    case unknown
  }

  /// So many declared assignments are worth the list of all before anybody knows how long that is.
  private static let manyDeclared = 500
  /// So many pairs, of which the list of grants does not tell all, are asked about one by one.
  private static let fewOpenPairs = 50

  private static let partsOfAssignments = DependencyOrder.needs(.assignment)

  let desired: DesiredState
  let options: ConvergenceOptions
  private let listsGrants: Bool
  let readsInterfaces: Bool
  private var answered = LiveReading()
  var lists = LiveLists()
  var missing: [ResourceKind]
  private var pairs: RolePairs?
  /// Whether it is known which pairs there are.
  private var isPaired = false
  private let asksForImplications: Bool
  private var implications: Set<ImplicationIDs> = []
  private var asksForMembers: Bool
  var asksForLimits: Bool
  /// The names of users by ID, where members are asked for.
  private var userNames: [String: QualifiedName] = [:]
  private var grants = Grants.notAsked
  private var strays = StrayAssignments()
  private let isInDirectory: @Sendable (String) -> Bool

  /// Makes one that has not begun.
  ///
  /// - Parameters:
  ///   - desired: What the seed says, which tells what matters.
  ///   - options: What to look at.
  ///   - listsGrants: Whether roles are compared with what was granted, which is one list.
  ///   - readsInterfaces: Whether single interfaces are asked for, where that matters.
  ///   - isInDirectory: Whether the ID of a user or group is one that a directory's have.
  init(
    _ desired: DesiredState,
    _ options: ConvergenceOptions,
    listsGrants: Bool,
    readsInterfaces: Bool = false,
    isInDirectory: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.isInDirectory = isInDirectory
    self.desired = desired
    self.options = options
    self.listsGrants = listsGrants
    self.readsInterfaces = readsInterfaces
    asksForImplications = options.plan.kinds.contains(.implication) && desired.saysWhatIsImplied
    asksForMembers = options.plan.kinds.contains(.membership) && !desired.groupsWithSay.isEmpty
    let asksForRegions = RegionReading(desired, options).isNeeded
    let seesLimits = !options.plan.kinds.isDisjoint(with: LiveLists.limits)
    asksForLimits = seesLimits && !desired.namesLimits
    missing = LiveLists.kinds.filter { list in
      options.plan.kinds.contains { LiveLists.isNeeded(list, for: $0) }
        && (list != .region || asksForRegions) && (list != .domain || desired.namesDomains)
        && (list != .group || desired.namesGroups)
        && (!LiveLists.limits.contains(list) || desired.namesLimits)
    }
    guard comparesAssignments else { return }
    let isWorthIt =
      listsGrants
      ? desired.saysWhoHasRoles
      : !options.plan.prunes && desired.assignments.count >= Self.manyDeclared
    if isWorthIt { grants = .asked }
  }

  /// What is asked before anything is known.
  var beginning: [Question] {
    let questions = missing.map { Question.list($0) } + (asksForImplications ? [.implications] : [])
    if case .asked = grants { return questions + [.grants] }
    return questions
  }

  /// Takes an answer.
  ///
  /// - Parameter answer: It.
  /// - Returns: What is to be asked because of it.
  mutating func take(_ answer: Answer) -> [Question] {
    switch answer {
    case .list(let kind, let list):
      missing.removeAll { $0 == kind }
      lists.merge(list)
      return (kind == .user ? logins(as: list.users) : []) + questionsOncePaired()
        + questionsAboutMembers() + questionsAboutCatalog(kind, list.live)
    case .grants(let list):
      grants = list.map { .known($0) } ?? .unknown
      guard let pairs else { return [] }
      return questions(about: pairs)
    case .assignments(let list?):
      let selected = pairs?.select(list, roles: lists.live.roles).assignments ?? []
      answered.live.assignments.formUnion(selected)
    case .assignments(nil):
      return pairs.map(Self.oneByOne) ?? []
    case .members(let tenant, let members):
      return pairs?.toAsk(in: tenant, members: members).map { .roles($0) } ?? []
    case .roles(let assignments):
      answered.live.assignments.formUnion(assignments)
    case .implications(let list):
      implications = list
    case .interfaces(let answer):
      answered.interfaces = answer
    case .groupMembers(let group, let members):
      let users = members.compactMap { userNames[$0] }
      answered.live.memberships.formUnion(users.map { Membership(user: $0, group: group) })
    case .holder(let holder, let isGone):
      if isGone { strays.gone.insert(holder) }
    case .login(let user, let check):
      answered.passwords[user] = check
    }
    return []
  }

  /// What was read, once there is nothing more to ask.
  var reading: LiveReading {
    var reading = answered
    reading.live = lists.live
    reading.live.assignments = answered.live.assignments
    reading.live.implications = ImplicationNames(lists.live.roles).implications(among: implications)
    reading.implications = asksForImplications ? implications : nil
    reading.live.memberships = answered.live.memberships
    reading.live.users = resolvedUsers
    strays.mark(&reading.live)
    return reading
  }

  private var resolvedUsers: [Live<User>] {
    let names = Dictionary(lists.live.tenants.map { ($0.id, $0.value.name) }) { first, _ in first }
    return lists.users.map { row in
      var user = row.user
      user.tenant = row.tenantID.flatMap { names[$0] }
      return Live(id: row.id, user)
    }
  }

  // MARK: Members

  /// What to ask once the users and the groups are there, and only then.
  private mutating func questionsAboutMembers() -> [Question] {
    guard asksForMembers, !missing.contains(.user), !missing.contains(.group) else { return [] }
    asksForMembers = false
    userNames = Dictionary(lists.users.map { ($0.id, $0.user.name) }) { first, _ in first }
    let groups = desired.groupsWithSay
    return lists.live.groups.filter { groups.contains($0.value.name) }.map {
      .groupMembers(of: $0.value.name, id: $0.id)
    }
  }

  // MARK: Logins

  private func logins(as rows: [UserRow]) -> [Question] {
    guard options.checksPasswords, options.plan.kinds.contains(.user) else { return [] }
    let ids = rows.idsByUniqueName()
    return rows.compactMap { row in
      let name = row.user.name
      // Of several by one name none is changed, whatever a login would say.
      guard !desired.usersWithFirstPassword.contains(name), ids[name] == row.id,
        options.plan.scope.contains(.user(name))
      else { return nil }
      return desired.passwords[name].map { .login(row, $0) }
    }
  }

  // MARK: Assignments

  private var comparesAssignments: Bool { options.plan.kinds.contains(.assignment) }

  /// What to ask once the names of users, tenants and roles are there, and only then.
  private mutating func questionsOncePaired() -> [Question] {
    guard !isPaired, missing.allSatisfy({ !Self.partsOfAssignments.contains($0) }) else {
      return []
    }
    isPaired = true
    let known = RolePairs(
      users: lists.users,
      tenants: lists.live.tenants,
      desired: comparesAssignments ? desired : DesiredState(),
      prunes: options.plan.prunes
    )
    pairs = known
    return questions(about: known)
  }

  private mutating func questions(about pairs: RolePairs) -> [Question] {
    switch grants {
    case .notAsked where listsGrants:
      return []
    case .notAsked:
      guard pairs.areWorthAList else { return Self.oneByOne(pairs) }
      // Pruning says of each role that is left over where it comes from.
      guard !options.plan.prunes else { return [.assignments] }
      grants = .asked
      return [.grants]
    case .asked, .used:
      return []
    case .unknown:
      return Self.oneByOne(pairs)
    case .known(let list):
      var selected = pairs.select(list, roles: lists.live.roles)
      selected.assignments.formUnion(others(among: list))
      let granted = selected.assignments
      grants = .used
      // Nothing was asked of any pair before: both are one set, and not a copy.
      answered.live.assignments = granted
      answered.grants = granted
      if comparesAssignments {
        strays = StrayAssignments(list, among: lists, of: desired, isInDirectory: isInDirectory)
      }
      let open = listsGrants ? [] : openPairs(of: pairs, granted: granted, selected.saidCount)
      // Where nothing is asked about them, they are let go, which are as many as there are users.
      if open.isEmpty { self.pairs = nil }
      guard !listsGrants else { return strays.toAsk.map { .holder($0) } }
      return open.count > Self.fewOpenPairs ? [.assignments] : open.map { .roles($0) }
    }
  }

  /// What no pair of a user and a tenant is about, of those that the seed says anything of.
  private func others(among list: [AssignmentIDs]) -> [RoleAssignment] {
    let others = list.filter { $0.userID == nil || $0.tenantID == nil }
    guard !others.isEmpty, comparesAssignments, desired.saysMoreThanRolesInTenants else {
      return []
    }
    let names = AssignmentNames(lists.live, users: lists.users)
    let declared = Set(desired.assignments)
    return others.compactMap { names.assignment($0) }.filter { assignment in
      desired.declaresAll(like: assignment) || declared.contains(assignment)
        || desired.absent.assignments.contains(assignment)
    }
  }

  /// The pairs between which a role that was not granted may take effect all the same, and matters:
  /// it is declared, and then need not be granted, or declared absent, and cannot be revoked.
  private func openPairs(
    of pairs: RolePairs,
    granted: Set<RoleAssignment>,
    _ saidCount: Int
  ) -> [RolePairs.Pair] {
    // A cloud that has come to rest has all that is declared.
    guard saidCount < desired.assignments.count || !desired.absent.assignments.isEmpty else {
      return []
    }
    let roles = Set(lists.live.roles.map(\.value.name))
    var open: [QualifiedName: Set<QualifiedName>] = [:]
    for assignment in [desired.assignments, Array(desired.absent.assignments)].joined()
    where !granted.contains(assignment) && roles.contains(assignment.role) {
      guard let user = assignment.user, let tenant = assignment.tenant else { continue }
      open[tenant, default: []].insert(user)
    }
    return pairs.pairs(among: open)
  }

  private static func oneByOne(_ pairs: RolePairs) -> [Question] {
    pairs.tenantsToList.map { .members(of: $0.name, id: $0.id) } + pairs.toAsk.map { .roles($0) }
  }
}

extension DesiredState {
  /// Whether it says of anybody who has which role, or has it not.
  fileprivate var saysWhoHasRoles: Bool {
    !assignments.isEmpty || declaresRoles || !absent.assignments.isEmpty
  }

  /// Whether it says anything of roles of groups, on a domain or on the system.
  fileprivate var saysMoreThanRolesInTenants: Bool {
    !groupsWithDeclaredRoles.isEmpty || !holdersWithDomainRoles.isEmpty
      || !holdersWithSystemRoles.isEmpty
      || [assignments, Array(absent.assignments)].joined().contains {
        $0.user == nil || $0.tenant == nil
      }
  }
}
