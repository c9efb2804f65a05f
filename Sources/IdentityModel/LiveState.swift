/// What Keystone holds, as far as it was read.
package struct LiveState: Hashable, Codable, Sendable {
  /// The domains, where the seed says anything of any; else none is looked for.
  package var domains: [Live<Domain>] = []
  /// The regions, by the names that are their IDs; without their fields where no declared one has any.
  package var regions: [Live<Region>] = []
  package var roles: [Live<Role>] = []
  /// Which roles imply which, where the seed says anything of that; else nobody looks.
  package var implications: Set<Implication> = []
  package var tenants: [Live<Tenant>] = []
  /// The groups, where the seed says anything of any; else none is looked for.
  package var groups: [Live<Group>] = []
  package var users: [Live<User>] = []
  package var services: [Live<Service>] = []
  package var endpoints: [LiveEndpoint] = []
  /// The limits, where the seed says anything of any; else none is looked for.
  package var limits: [LiveLimit] = []
  /// The interfaces that belong to no endpoint of the list, as far as they are known.
  package var strayInterfaces: [LiveInterface] = []
  /// Of which endpoints the interfaces are not known one by one, where somebody was asked and could
  /// not say; nil where all that there is to know is known.
  package var unknownInterfaces: UnknownInterfaces?
  /// Whether somebody was asked which endpoints cannot be managed, and could not say.
  package var isOriginUnknown = false

  /// The assignments of every (user, tenant) pair that was asked for; effective roles, so that
  /// those which a group gives are among them.
  package var assignments: Set<RoleAssignment> = []

  /// The assignments of users and groups that are gone, each with the ID of its holder in place of a name.
  ///
  /// Keystone leaves them behind where somebody leaves a directory. None where that is not known.
  package var assignmentsOfGone: Set<RoleAssignment> = []

  /// The domains that list no user, where somebody holds roles whom no list has.
  ///
  /// Such an empty list proves nothing of who is gone.
  package var domainsListingNobody: Set<Name> = []

  /// The memberships of the groups of which the seed says anything of members.
  package var memberships: Set<Membership> = []

  /// Those among ``assignments`` that nobody granted to the user: they come from a group, by
  /// inheritance or by implication, as far as that is known.
  package var indirectAssignments: Set<RoleAssignment> = []

  /// The roles, tenants and users that are listed under an ID that no request can name, by their
  /// keys, with the ID as it may be shown: nothing of them can be read or changed, and they are in no
  /// list here.
  package var unreachable: [ResourceKey: String] = [:]

  /// The same of services and endpoints, by their IDs: they stay in the lists, since whoever leaves
  /// one out makes a second one.
  package var unreachableRows: [String: String] = [:]

  /// What the identity service makes of declared names that nothing live has, while something has a name
  /// that a database may take for it.
  package var twins: [ResourceKey: Twin] = [:]

  /// The live keys of the objects that are to be renamed, by the new ones, which they have in the lists
  /// here.
  package var renamed: [ResourceKey: ResourceKey] = [:]

  /// Whose users or groups live where the identity service only reads, such as LDAP.
  package var directories: Set<Directory> = []

  /// Of which users and groups no list has all.
  package var gaps: Set<ListGap> = []

  package init() {}

  /// The ID of the service of each row of the endpoint table, by the row's.
  package var serviceOfRow: [String: String] {
    Dictionary(endpoints.map { ($0.id, $0.serviceID) }) { first, _ in first }
  }

  /// The keys of all objects of a kind.
  package func keys(of kind: NamedKind) -> [ResourceKey] {
    func keys<Value: NamedResource>(_ type: Value.Type) -> [ResourceKey] {
      self[keyPath: Value.live].map(\.value.resourceKey)
    }
    return keys(kind.type)
  }

  /// The IDs of all rows of a kind; none of what has no ID, such as assignments.
  package func rowIDs(of kind: ResourceKind) -> [String] {
    func ids<Value: NamedResource>(_ type: Value.Type) -> [String] {
      self[keyPath: Value.live].map(\.id)
    }
    switch kind {
    case .implication, .membership, .assignment: return []
    case .service: return services.map(\.id)
    case .endpoint: return endpoints.map(\.id)
    case .registeredLimit: return limits.filter { $0.holderID == nil }.map(\.id)
    case .limit: return limits.filter { $0.holderID != nil }.map(\.id)
    default: return NamedKind(kind).map { ids($0.type) } ?? []
    }
  }
}

/// What an identity service says of a name that nothing has to the letter.
package enum Twin: Hashable, Codable, Sendable {
  /// It takes the object of that name for the one that is meant, which has the declared name in the
  /// lists of a ``LiveState``.
  case same(QualifiedName)
  /// It tells the two apart.
  case other
}

/// A live object with the ID that Keystone gave it.
package struct Live<Value: Resource>: Hashable, Codable, Sendable {
  package let id: String
  package let value: Value

  package init(id: String, _ value: Value) {
    self.id = id
    self.value = value
  }
}
