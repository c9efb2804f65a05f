import Convergence
import IdentityModel

/// What came of logging in as a user whose password the seed knows.
struct LoginCheck: Sendable {
  enum Outcome: Sendable {
    /// With the catalog that the user sees, which is empty without a scope.
    case accepted(EffectiveCatalog, gaps: [CatalogGap])
    case wrongPassword
    /// The password is wrong, or the account is locked: the answer is the same.
    case refused
    case userDisabled
    /// The domain of the user is disabled, so that nothing is known of the password.
    case domainDisabled
    /// The account is locked, so that nothing is known of the password.
    case locked
    /// The password is right, and opens nothing before the user has changed it.
    case passwordToBeChanged
    /// The password is right, and does not do alone: nothing is known of the scope.
    case secondFactorNeeded
    /// The password is right, and what is logged in to is disabled or gives the user no role.
    case refusedInScope(LoginScope, isDisabled: Bool)
    /// No clean answer, so nothing is known.
    case failed(BackendFailure)
  }

  let user: QualifiedName
  let userID: String
  /// What was logged in to, nil for nothing.
  let scope: LoginScope?
  let outcome: Outcome

  /// Whether the user cannot do what the seed is for.
  var isProblem: Bool {
    switch outcome {
    case .accepted(_, let gaps): !gaps.isEmpty
    case .wrongPassword, .refused, .userDisabled, .domainDisabled, .locked, .passwordToBeChanged,
      .refusedInScope:
      true
    case .secondFactorNeeded, .failed: false
    }
  }

  /// What is seen with this login, nil where there was none.
  var view: CatalogView? {
    guard let scope, case .accepted(let catalog, _) = outcome else { return nil }
    return CatalogView(catalog: catalog, tenantID: scope.tenantID ?? "", userID: userID)
  }
}

/// A catalog together with those for whom its templates were filled in.
struct CatalogView: Hashable, Sendable {
  let catalog: EffectiveCatalog
  /// Empty of those who are in no tenant.
  let tenantID: String
  let userID: String
}
