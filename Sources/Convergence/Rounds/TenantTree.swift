import IdentityModel
import Reconciliation

/// The outcomes of a round whose tenants may hang on one another, which their list does not show.
///
/// Keystone refuses to delete a tenant before those below it, to disable one while
/// one below it is enabled, and to enable one before the one above it
/// (`keystone.resource.core`, `_assert_is_leaf` and its like). So what was refused is tried again for
/// as long as others of the same round go well.
struct TenantTree {
  private(set) var outcomes: [StepOutcome]
  private var hasAdvanced: Bool

  init(_ outcomes: [StepOutcome]) {
    self.outcomes = outcomes
    hasAdvanced = outcomes.contains(where: \.isDoneToTenant)
  }

  /// What is worth trying again; nil where nothing is.
  var rest: Plan? {
    guard hasAdvanced else { return nil }
    let refused = outcomes.filter(\.isRefusedToTenant).map(\.change)
    return refused.isEmpty ? nil : Plan(changes: refused)
  }

  /// Takes what came of trying the rest again.
  mutating func take(_ later: [StepOutcome]) {
    hasAdvanced = later.contains(where: \.isDoneToTenant)
    let byChange = Dictionary(later.map { ($0.change, $0) }) { first, _ in first }
    outcomes = outcomes.map { outcome in
      outcome.isRefusedToTenant ? byChange[outcome.change] ?? outcome : outcome
    }
  }
}

extension StepOutcome {
  /// Whether it is one after which another tenant may be free.
  fileprivate var isDoneToTenant: Bool { isDone && change.dependsOnOtherTenants }

  fileprivate var isRefusedToTenant: Bool {
    guard change.dependsOnOtherTenants, case .failed(.request(let error)) = result else {
      return false
    }
    return error.isForbidden
  }
}

extension Change {
  fileprivate var dependsOnOtherTenants: Bool {
    guard key.kind == .tenant else { return false }
    return switch action {
    case .delete: true
    case .update: sets(.enabled)
    case .create, .replace: false
    }
  }
}
