/// The Keystone whose routes, rules and traps a sandbox has.
public enum SandboxRelease: String, CaseIterable, Sendable {
  /// Keystone 12 of 2017, the last one with the admin API of v2.0; v3 is beside it.
  case pike
  /// Keystone 22 of 2022, that of Debian 12: v3 alone, whose lists come whole.
  case zed = "22"
  /// Keystone 30 of 2026: v3 alone, with lists that end at 1,000 rows.
  case current = "30"

  /// The token of the configuration as it stands, which went out of use: empty for none.
  var adminToken: String { self == .pike ? "ADMIN" : "" }

  /// Whether there is an Identity v2.0.
  var servesVersion2: Bool { self == .pike }

  /// Whether tokens are rows that deleting ends, as v2.0's; else each use asks what has become of
  /// the user, the scope and the roles.
  var storesTokens: Bool { self == .pike }

  /// Whether `limit` and `marker` mean something, and lists end at the database's limit.
  var hasPages: Bool { self == .current }

  /// Whether a body is held against its schema before the token is looked at.
  var checksBodiesFirst: Bool { self == .current }

  /// Whether the role `admin` in a domain opens all that it opens in a project.
  var trustsDomainAdmins: Bool { self != .current }

  /// The names that may stand in the URL of an endpoint.
  var templateNames: Set<String> {
    let common: Set<String> = [
      "tenant_id", "project_id", "user_id", "compute_host", "public_endpoint",
    ]
    switch self {
    case .pike: return CatalogTemplate.names
    case .zed:
      return common.union(["public_bind_host", "admin_bind_host", "public_port", "admin_port"])
    case .current: return common
    }
  }
}
