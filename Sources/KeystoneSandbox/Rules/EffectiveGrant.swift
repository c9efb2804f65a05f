/// A role that a user has in a tenant, and how he came by it.
struct EffectiveGrant: Sendable {
  /// What makes it so.
  enum Origin: Sendable, Hashable {
    /// A grant to this user in this tenant, the only kind that v2.0 can take away.
    case own
    case group(String)
    /// A grant in the domain that holds in all of its tenants.
    case domain
  }

  let membership: GrantTable.Membership
  let roleID: String
  let origin: Origin
  /// The role that was granted, where this one is only implied by it.
  let priorRoleID: String?
}
