/// One of Keystone's two WSGI applications, each with routes of its own.
public enum SandboxApp: String, Sendable, Hashable, CaseIterable {
  /// Port 35357 by custom: everything that administers.
  case admin
  /// Port 5000 by custom: logging in, one's own tenants, one's own password.
  case `public`
}
