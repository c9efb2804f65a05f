package import IdentityModel
package import Reconciliation

/// What has to be read again after a round, to know that nothing is left to do.
///
/// Keystone's answer to a write says all there is to say about a name that it keeps unique. It says
/// nothing of a second row of the same service or endpoint, which another run may have made in the
/// same moment, so what is written of the catalog is read back. All is read again where an answer
/// was not the last word: something failed, was there already or had to be looked for, or changed
/// what the plan knew nothing of.
package enum ReadBack: Hashable, Sendable {
  /// As far as the plan looked.
  case everything
  /// These kinds alone, or none at all.
  case kinds(Set<ResourceKind>)

  /// After a round.
  ///
  /// - Parameters:
  ///   - outcomes: What became of each change.
  ///   - plan: The plan that they are of.
  ///   - absent: The assignments that must not be there: a default tenant may bring one along.
  ///   - capabilities: Whether it does.
  package init(
    after outcomes: [StepOutcome],
    of plan: Plan,
    absent: Set<RoleAssignment> = [],
    capabilities: BackendCapabilities
  ) {
    let bringsRole = capabilities.defaultTenantRole != nil
    let users = bringsRole ? Set(absent.compactMap(\.user)) : []
    guard !plan.leavesDrift,
      outcomes.allSatisfy({ outcome in
        outcome.isTheLastWord && !outcome.change.hasFurtherEffects(bringsRole)
          && !outcome.change.joinsTenant(anyOf: users)
      })
    else {
      self = .everything
      return
    }
    let changesCatalog = outcomes.contains {
      $0.change.kind == .service || $0.change.kind == .endpoint
    }
    self = .kinds(changesCatalog ? [.service, .endpoint] : [])
  }
}

extension StepOutcome {
  /// Whether all of the change has come of it, by this run.
  fileprivate var isTheLastWord: Bool {
    isDone && !isAdopted
  }
}

extension Change {
  /// Whether Keystone does more than is asked for, or more can be asked for afterwards.
  ///
  /// With a new default tenant it takes the role away that came with the old one. The password of a
  /// user who was disabled could not be checked.
  fileprivate func hasFurtherEffects(_ defaultTenantBringsRole: Bool) -> Bool {
    kind == .user && action == .update
      && (sets(.enabled) || (defaultTenantBringsRole && sets(.tenant)))
  }

  /// Whether it gives one of these users a default tenant, and with it a role there.
  fileprivate func joinsTenant(anyOf users: Set<QualifiedName>) -> Bool {
    guard case .named(.user, let name) = key else { return false }
    return sets(.tenant) && users.contains(name)
  }
}
