/// A list that Keystone sends: where it is, and what it is called there.
public struct ObjectList: Hashable, Sendable {
  let path: [String]
  let wrapper: String

  /// All users.
  public static let users = ObjectList(path: ["users"], wrapper: "users")
  /// All tenants.
  public static let tenants = ObjectList(path: ["tenants"], wrapper: "tenants")
  /// All roles.
  public static let roles = ObjectList(path: ["OS-KSADM", "roles"], wrapper: "roles")
  /// All services.
  public static let services = ObjectList(
    path: ["OS-KSADM", "services"],
    wrapper: "OS-KSADM:services"
  )
  /// The endpoint table.
  public static let endpoints = ObjectList(path: ["endpoints"], wrapper: "endpoints")

  /// The users who have any role in a tenant.
  public static func users(ofTenant id: String) -> ObjectList {
    ObjectList(path: ["tenants", id, "users"], wrapper: "users")
  }

  /// The roles that a user has in a tenant.
  public static func roles(ofUser userID: String, onTenant tenantID: String) -> ObjectList {
    ObjectList(path: ["tenants", tenantID, "users", userID, "roles"], wrapper: "roles")
  }
}
