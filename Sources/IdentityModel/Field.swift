package import Texts

/// The fields that a plan can speak of, in the order in which it shows them.
package enum Field: String, CaseIterable, Codable, Sendable {
  case name
  case type
  case description
  case tags
  case email
  case tenant
  case parent
  case password
  case enabled
  case immutable = "options.immutable"
  case ignoresFirstUse = "options.ignore_change_password_upon_first_use"
  case ignoresExpiry = "options.ignore_password_expiry"
  case ignoresLockout = "options.ignore_lockout_failure_attempts"
  case ignoresInactivity = "options.ignore_user_inactivity"
  case locksPassword = "options.lock_password"
  case needsFactors = "options.multi_factor_auth_enabled"
  case factorRules = "options.multi_factor_auth_rules"
  case service
  case publicURL = "public"
  case internalURL = "internal"
  case adminURL = "admin"
  case limit
}

extension Field: Comparable {
  private static let inOrder = allCases

  /// Whether a plan shows it before the other.
  package static func < (left: Field, right: Field) -> Bool {
    for field in inOrder where field == left || field == right { return field != right }
    return false
  }
}

/// What a field holds.
package enum FieldValue: Hashable, Codable, Sendable {
  case text(String)
  case flag(Bool)
  case number(Int)
  /// Several texts, whose order means nothing.
  case texts(Set<ExactText>)
  /// What another object is called.
  case name(QualifiedName)
  /// A catalog URL: text in which `$(x)s` and `%(x)s` mean the same.
  case template(URLTemplate)
  /// A secret, of which nothing but its presence is known here.
  case secret
  /// Nothing, where a seed says that nothing is to be set.
  case absent

  /// Whether the two are the same, texts code point by code point.
  package static func == (left: FieldValue, right: FieldValue) -> Bool {
    switch (left, right) {
    case (.text(let left), .text(let right)): left.hasSameCodePoints(as: right)
    case (.flag(let left), .flag(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.texts(let left), .texts(let right)): left == right
    case (.name(let left), .name(let right)): left == right
    case (.template(let left), .template(let right)): left == right
    case (.secret, .secret), (.absent, .absent): true
    case (.text, _), (.flag, _), (.number, _), (.texts, _), (.name, _), (.template, _),
      (.secret, _),
      (.absent, _):
      false
    }
  }

  /// Whether Keystone would treat the two alike.
  ///
  /// An empty text equals one that is not set: Keystone stores `""` where nothing was sent; so do no texts.
  package static func areEquivalent(_ left: FieldValue?, _ right: FieldValue?) -> Bool {
    // As a rule they are the same.
    if let left, let right, left == right { return true }
    return switch (left == .absent ? nil : left, right == .absent ? nil : right) {
    case (.text(""), nil), (nil, .text("")): true
    case (.texts(let texts), nil), (nil, .texts(let texts)): texts.isEmpty
    case (.template(let left), .template(let right)): left.isEquivalent(to: right)
    case let (left, right): left == right
    }
  }
}

/// A field together with what it holds.
package struct FieldSetting: Hashable, Codable, Sendable {
  package let field: Field
  package let value: FieldValue

  package init(_ field: Field, _ value: FieldValue) {
    self.field = field
    self.value = value
  }
}
