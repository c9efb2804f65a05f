internal import IdentityModel

/// The options that one kind of object has.
protocol OptionKey: MappingKey {
  /// The option that the key is.
  var option: ResourceOption { get }
}

extension OptionKey {
  var shape: ValueShape {
    let value = option == .factorRules ? ValueShape.list(.list(.text)) : .flag
    return .oneOf([value, .word(SeedSchema.absentWord)])
  }
}

extension SeedSchema {
  /// What takes away what is no object of its own.
  static let absentWord = "absent"

  /// Of a role, a project or a domain.
  enum ObjectOptionKey: String, OptionKey {
    case immutable

    static let noun = "a set of options"
    var option: ResourceOption { .immutable }
  }

  /// Of a user.
  enum UserOptionKey: String, OptionKey {
    case ignoresFirstUse = "ignore_change_password_upon_first_use"
    case ignoresExpiry = "ignore_password_expiry"
    case ignoresLockout = "ignore_lockout_failure_attempts"
    case ignoresInactivity = "ignore_user_inactivity"
    case locksPassword = "lock_password"
    case needsFactors = "multi_factor_auth_enabled"
    case factorRules = "multi_factor_auth_rules"

    static let noun = "a user's set of options"

    var option: ResourceOption {
      switch self {
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
}
