/// How a user comes by a role other than by a grant of his own in a project: what Identity v3 alone
/// can make, and v2.0 shows, in a tenant, as if it were the user's own.
struct DerivedGrants: Sendable {
  /// A user in a group.
  struct GroupMember: Hashable, Sendable {
    let groupID: String
    let userID: String
  }

  /// Whoever has the one role has the other.
  struct Implication: Hashable, Sendable {
    let roleID: String
    let impliedID: String
  }

  private(set) var members: [GroupMember] = []
  /// Those that ``GrantTable`` has no place for.
  private(set) var assignments: [Assignment] = []
  private(set) var implications: [Implication] = []

  /// Whether there are none, so that a role is a grant and nothing more.
  var isEmpty: Bool {
    assignments.isEmpty && implications.isEmpty
  }

  func contains(_ member: GroupMember) -> Bool { members.contains(member) }

  func contains(_ assignment: Assignment) -> Bool { assignments.contains(assignment) }

  func contains(_ implication: Implication) -> Bool { implications.contains(implication) }

  /// Puts one in, or answers false because it is there already.
  @discardableResult
  mutating func insert(_ member: GroupMember) -> Bool { Self.insert(member, &members) }

  @discardableResult
  mutating func insert(_ assignment: Assignment) -> Bool { Self.insert(assignment, &assignments) }

  @discardableResult
  mutating func insert(_ implication: Implication) -> Bool {
    Self.insert(implication, &implications)
  }

  /// Takes one out, or answers false because it is not there.
  mutating func remove(_ member: GroupMember) -> Bool { Self.remove(member, &members) }

  mutating func remove(_ assignment: Assignment) -> Bool { Self.remove(assignment, &assignments) }

  mutating func remove(_ implication: Implication) -> Bool {
    Self.remove(implication, &implications)
  }

  mutating func removeAll(ofUser userID: String) {
    members.removeAll { $0.userID == userID }
    assignments.removeAll { $0.actor == .user(userID) }
  }

  mutating func removeAll(ofGroup groupID: String) {
    members.removeAll { $0.groupID == groupID }
    assignments.removeAll { $0.actor == .group(groupID) }
  }

  mutating func removeAll(on target: Assignment.Target) {
    assignments.removeAll { $0.target == target }
  }

  mutating func removeAll(withRole roleID: String) {
    assignments.removeAll { $0.roleID == roleID }
    implications.removeAll { $0.roleID == roleID || $0.impliedID == roleID }
  }

  private static func insert<Element: Equatable>(
    _ element: Element,
    _ list: inout [Element]
  ) -> Bool {
    guard !list.contains(element) else { return false }
    list.append(element)
    return true
  }

  private static func remove<Element: Equatable>(
    _ element: Element,
    _ list: inout [Element]
  ) -> Bool {
    guard let place = list.firstIndex(of: element) else { return false }
    list.remove(at: place)
    return true
  }
}
