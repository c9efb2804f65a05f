/// How a user comes by a role that nobody granted to him in that tenant: what Identity v3 alone can
/// make, and v2.0 shows as if it were the user's own.
struct DerivedGrants: Sendable {
  /// A user in a group.
  struct GroupMember: Hashable, Sendable {
    let groupID: String
    let userID: String
  }

  /// A role of a group in a tenant.
  struct GroupGrant: Hashable, Sendable {
    let groupID: String
    let tenantID: String
    let roleID: String
  }

  /// A role of a user in every tenant of the default domain.
  struct Inherited: Hashable, Sendable {
    let userID: String
    let roleID: String
  }

  /// Whoever has the one role has the other.
  struct Implication: Hashable, Sendable {
    let roleID: String
    let impliedID: String
  }

  private(set) var members: [GroupMember] = []
  private(set) var groupGrants: [GroupGrant] = []
  private(set) var inherited: [Inherited] = []
  private(set) var implications: [Implication] = []

  /// Whether there are none, so that a role is a grant and nothing more.
  var isEmpty: Bool {
    groupGrants.isEmpty && inherited.isEmpty && implications.isEmpty
  }

  /// Puts one in, or answers false because it is there already.
  @discardableResult
  mutating func insert(_ member: GroupMember) -> Bool { Self.insert(member, &members) }

  @discardableResult
  mutating func insert(_ grant: GroupGrant) -> Bool { Self.insert(grant, &groupGrants) }

  @discardableResult
  mutating func insert(_ grant: Inherited) -> Bool { Self.insert(grant, &inherited) }

  @discardableResult
  mutating func insert(_ implication: Implication) -> Bool {
    Self.insert(implication, &implications)
  }

  /// Takes one out, or answers false because it is not there.
  mutating func remove(_ member: GroupMember) -> Bool { Self.remove(member, &members) }

  mutating func remove(_ grant: GroupGrant) -> Bool { Self.remove(grant, &groupGrants) }

  mutating func remove(_ grant: Inherited) -> Bool { Self.remove(grant, &inherited) }

  mutating func remove(_ implication: Implication) -> Bool {
    Self.remove(implication, &implications)
  }

  mutating func removeAll(ofUser userID: String) {
    members.removeAll { $0.userID == userID }
    inherited.removeAll { $0.userID == userID }
  }

  mutating func removeAll(inTenant tenantID: String) {
    groupGrants.removeAll { $0.tenantID == tenantID }
  }

  mutating func removeAll(withRole roleID: String) {
    groupGrants.removeAll { $0.roleID == roleID }
    inherited.removeAll { $0.roleID == roleID }
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
