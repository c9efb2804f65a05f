/// A role that implies another one, by their IDs.
package struct ImplicationIDs: Hashable, Sendable {
  package let roleID: String
  package let impliedID: String

  package init(roleID: String, impliedID: String) {
    self.roleID = roleID
    self.impliedID = impliedID
  }
}
