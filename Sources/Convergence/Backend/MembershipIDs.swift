/// A user in a group, by their IDs.
package struct MembershipIDs: Hashable, Sendable {
  package let userID: String
  package let groupID: String

  package init(userID: String, groupID: String) {
    self.userID = userID
    self.groupID = groupID
  }
}
