package import IdentityModel

/// What gives users their roles, as far as it was read: grants, groups, implications and the tree of
/// tenants.
package struct Access: Sendable {
  /// A role that was granted to a user or a group.
  package struct Grant: Hashable, Sendable {
    package enum Holder: Hashable, Sendable {
      case user(NameOrID)
      case group(NameOrID)
    }

    package enum Scope: Hashable, Sendable {
      case tenant(NameOrID)
      case domain(NameOrID)
      case system
      /// Every tenant below that one, and not itself.
      case tenantsBelow(NameOrID)
      /// Every tenant of that domain, and not the domain itself.
      case tenantsOfDomain(NameOrID)
    }

    package let holder: Holder
    package let scope: Scope
    package let role: NameOrID

    package init(_ holder: Holder, _ scope: Scope, role: NameOrID) {
      self.holder = holder
      self.scope = scope
      self.role = role
    }
  }

  /// A role that implies another one.
  package struct Implied: Hashable, Sendable {
    package let role: NameOrID
    package let implied: NameOrID

    package init(_ role: NameOrID, implies implied: NameOrID) {
      self.role = role
      self.implied = implied
    }
  }

  /// Where a tenant is.
  package struct Place: Hashable, Sendable {
    package let domain: NameOrID
    /// The tenant that it is right below; nil of one at the top.
    package let parent: NameOrID?

    package init(domain: NameOrID, parent: NameOrID? = nil) {
      self.domain = domain
      self.parent = parent
    }
  }

  package var grants: Set<Grant> = []
  package var implications: Set<Implied> = []
  /// The users in each group.
  package var members: [NameOrID: Set<NameOrID>] = [:]
  /// Where each tenant is, as far as anybody asked.
  package var places: [NameOrID: Place] = [:]

  package init() {}
}

extension Access.Grant {
  /// The same as a plan has it.
  package init(_ assignment: RoleAssignment) {
    let holder: Holder =
      switch assignment.holder {
      case .user(let name): .user(.name(name))
      case .group(let name): .group(.name(name))
      }
    self.init(holder, Scope(assignment.scope), role: .name(assignment.role))
  }

  /// The group that has it; nil of a user's own.
  var group: NameOrID? { if case .group(let group) = holder { group } else { nil } }

  /// Whether it is on what lives in the object, and not on that itself.
  var isInherited: Bool {
    switch scope {
    case .tenant, .domain, .system: false
    case .tenantsBelow, .tenantsOfDomain: true
    }
  }
}

extension Access.Grant.Scope {
  /// The same as a plan has it.
  init(_ scope: RoleAssignment.Scope) {
    switch scope {
    case .tenant(let name): self = .tenant(.name(name))
    case .domain(let name): self = .domain(.name(QualifiedName(name)))
    case .system: self = .system
    case .tenantsBelow(let name): self = .tenantsBelow(.name(name))
    case .tenantsOfDomain(let name): self = .tenantsOfDomain(.name(QualifiedName(name)))
    }
  }
}

extension Access.Implied {
  init(_ implication: Implication) {
    self.init(.name(implication.role), implies: .name(implication.implied))
  }
}
