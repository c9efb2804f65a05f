/// A role that a user has on a tenant; it has no ID of its own.
public struct AssignmentRecord: Hashable, Sendable {
  /// The ID of the user.
  public let userID: String
  /// The ID of the tenant.
  public let tenantID: String
  /// The ID of the role.
  public let roleID: String

  /// Makes a record.
  public init(userID: String, tenantID: String, roleID: String) {
    self.userID = userID
    self.tenantID = tenantID
    self.roleID = roleID
  }
}
