import IdentityModel

/// What was granted to users and groups of directories whom no list has.
///
/// Keystone takes what somebody was granted along with a user of its database, and leaves it behind where one
/// leaves a directory. Not everybody whom no list has is gone, since not every domain is read: each is asked
/// for by the ID.
struct StrayAssignments {
  /// Those asked for who are not there.
  var gone: Set<AssignmentIDs.Holder> = []
  private var rows: [AssignmentIDs] = []
  private var namesakes: [AssignmentIDs: RoleAssignment] = [:]
  private var domainsListingNobody: Set<Name> = []

  /// So many are asked for in a run.
  private static let most = 100

  /// None.
  init() {}

  /// Finds them; none where no domain that was read has a directory, be it one that lists nobody.
  ///
  /// - Parameters:
  ///   - list: All that was granted.
  ///   - lists: What was read.
  ///   - desired: What the seed says, which tells what domains were read, and whether groups were.
  ///   - isInDirectory: Whether an ID is one that a directory gives.
  init(
    _ list: [AssignmentIDs],
    among lists: LiveLists,
    of desired: DesiredState,
    isInDirectory: (String) -> Bool
  ) {
    let domains = Set(lists.live.domains.map(\.value.name.name))
    let read = Set(desired.domainsInSight.keys).intersection(domains)
    // Where no other domain is read, nobody need be looked at.
    let listing = read.isEmpty ? [] : Set(lists.users.compactMap(\.user.name.domain))
    domainsListingNobody = read.subtracting(listing)
    guard !lists.live.directories.isEmpty || !domainsListingNobody.isEmpty else { return }
    let users = Set(lists.users.lazy.map(\.id))
    let groups = desired.namesGroups ? Set(lists.live.groups.lazy.map(\.id)) : nil
    let names = AssignmentNames(lists.live, users: lists.users)
    for row in list {
      let isStray =
        switch row.holder {
        case .user(let id): !users.contains(id) && isInDirectory(id)
        // Nobody knows of a group where none was read.
        case .group(let id): groups.map { !$0.contains(id) } == true && isInDirectory(id)
        }
      guard isStray, let assignment = names.assignmentOfGone(row) else { continue }
      rows.append(row)
      namesakes[row] = assignment
    }
  }

  /// Who is to be asked for.
  var toAsk: [AssignmentIDs.Holder] {
    var holders: [AssignmentIDs.Holder] = []
    var seen: Set<AssignmentIDs.Holder> = []
    for row in rows where holders.count < Self.most && seen.insert(row.holder).inserted {
      holders.append(row.holder)
    }
    return holders
  }

  /// Puts what is known of them into a live state.
  func mark(_ live: inout LiveState) {
    let found = rows.filter { gone.contains($0.holder) }.compactMap { namesakes[$0] }
    live.assignmentsOfGone = Set(found)
    live.domainsListingNobody = found.isEmpty ? [] : domainsListingNobody
  }
}
