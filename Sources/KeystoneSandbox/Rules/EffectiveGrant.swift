/// A role that a user has somewhere, and how he came by it.
struct EffectiveGrant: Sendable {
  /// What was granted, be it to a group of his, above the target, or a role that implies this one.
  let granted: Assignment
  let userID: String
  let target: Assignment.Target
  let roleID: String
  /// The role that was granted, where this one is only implied by it.
  let priorRoleID: String?
}
