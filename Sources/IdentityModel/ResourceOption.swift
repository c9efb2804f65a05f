/// What a role, project, domain or user can be told beside its fields.
///
/// Keystone knows these and no others (`keystone.common.resource_options.options.immutable`,
/// `keystone.identity.backends.resource_options`).
package enum ResourceOption: String, CaseIterable, Codable, Sendable {
  /// Of all but users: whether it can neither be changed nor deleted.
  case immutable
  case ignoresFirstUse = "ignore_change_password_upon_first_use"
  case ignoresExpiry = "ignore_password_expiry"
  case ignoresLockout = "ignore_lockout_failure_attempts"
  case ignoresInactivity = "ignore_user_inactivity"
  case locksPassword = "lock_password"
  case needsFactors = "multi_factor_auth_enabled"
  case factorRules = "multi_factor_auth_rules"

  /// What a plan calls it.
  package var field: Field {
    switch self {
    case .immutable: .immutable
    case .ignoresFirstUse: .ignoresFirstUse
    case .ignoresExpiry: .ignoresExpiry
    case .ignoresLockout: .ignoresLockout
    case .ignoresInactivity: .ignoresInactivity
    case .locksPassword: .locksPassword
    case .needsFactors: .needsFactors
    case .factorRules: .factorRules
    }
  }
}

extension Field {
  /// The option that it is; nil of what is none.
  package var option: ResourceOption? { ResourceOption.allCases.first { $0.field == self } }
}
