import KeystoneSandbox

/// A kind of request that writes, and whether it is made to an empty cloud or to one that changes.
struct Write: Sendable {
  let name: String
  let method: String
  let path: PathGlob
  let changes: Bool

  private init(_ name: String, _ method: String, _ path: PathGlob, changes: Bool = true) {
    self.name = name
    self.method = method
    self.path = path
    self.changes = changes
  }

  static let creating = [
    Write("tenant create", "POST", "/v2.0/tenants", changes: false),
    Write("role create", "POST", "/v2.0/OS-KSADM/roles", changes: false),
    Write("user create", "POST", "/v2.0/users", changes: false),
    Write("grant", "PUT", "/v2.0/tenants/*/users/*/roles/OS-KSADM/*", changes: false),
    Write("service create", "POST", "/v2.0/OS-KSADM/services", changes: false),
    Write("endpoint create", "POST", "/v2.0/endpoints", changes: false),
  ]

  static let changing = [
    Write("tenant update", "POST", "/v2.0/tenants/*"),
    Write("user update", "PUT", "/v2.0/users/*"),
    Write("service replace, making", "POST", "/v2.0/OS-KSADM/services"),
    Write("service replace or delete, retiring", "DELETE", "/v2.0/OS-KSADM/services/*"),
    Write("endpoint replace, making", "POST", "/v2.0/endpoints"),
    Write("endpoint replace or delete, retiring", "DELETE", "/v2.0/endpoints/*"),
    Write("revoke", "DELETE", "/v2.0/tenants/*/users/*/roles/OS-KSADM/*"),
    Write("user delete", "DELETE", "/v2.0/users/*"),
    Write("tenant delete", "DELETE", "/v2.0/tenants/*"),
    Write("role delete", "DELETE", "/v2.0/OS-KSADM/roles/*"),
  ]
}
