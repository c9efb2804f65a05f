package import IdentityModel

/// What a change makes of an object: the object as it is to be, whatever its kind.
package enum AnyResource: Hashable, Sendable {
  /// An object with a name, and whether the seed's password is given to it, as to a user alone; the
  /// secret itself is in no change.
  case named(NamedObject, setsPassword: Bool = false)
  case implication(Implication)
  case membership(Membership)
  case assignment(RoleAssignment)
  case service(Service)
  /// Kept apart, since it is the largest of them and most changes are of other kinds.
  indirect case endpoint(EndpointRow)
  indirect case limit(LimitRow)

  package static func role(_ role: Role) -> AnyResource { .named(.role(role)) }
  package static func tenant(_ tenant: Tenant) -> AnyResource { .named(.tenant(tenant)) }
  package static func user(_ user: User, setsPassword: Bool) -> AnyResource {
    .named(.user(user), setsPassword: setsPassword)
  }

  /// The key of the object.
  package var key: ResourceKey {
    switch self {
    case .named(let object, _): object.resourceKey
    case .implication(let implication): implication.resourceKey
    case .membership(let membership): membership.resourceKey
    case .assignment(let assignment): assignment.resourceKey
    case .service(let service): service.resourceKey
    case .endpoint(let row): row.endpoint.resourceKey
    case .limit(let row): row.limit.resourceKey
    }
  }

  /// The kind of the object.
  package var kind: ResourceKind {
    switch self {
    case .named(let object, _): object.kind
    case .implication: .implication
    case .membership: .membership
    case .assignment: .assignment
    case .service: .service
    case .endpoint: .endpoint
    case .limit(let row): row.limit.resourceKey.kind
    }
  }

  /// What it is a part of, of the same kind; nil of what is no part.
  package var whole: ResourceKey? {
    if case .named(let object, _) = self { object.whole } else { nil }
  }

  /// What a plan shows of an object that is made, in the order of ``Field``.
  var settings: [FieldSetting] {
    switch self {
    case .named(let object, setsPassword: false): Self.set(object.fields)
    case .named(let object, setsPassword: true):
      (Self.set(object.fields) + [FieldSetting(.password, .secret)]).inFieldOrder
    case .implication(let implication): implication.fields
    case .membership(let membership): membership.fields
    case .assignment(let assignment): assignment.fields
    case .service(let service): service.fields + Self.hiding(unless: service.isShown)
    case .endpoint(let row):
      Self.hiding(unless: row.endpoint.isShown)
        + row.endpoint.fields.filter { !row.carried.contains($0.field) }
    case .limit(let row): row.limit.fields
    }
  }

  /// Without what is not to be set, and goes without saying of an object that is made.
  private static func set(_ fields: [FieldSetting]) -> [FieldSetting] {
    fields.contains { $0.value == .absent } ? fields.filter { $0.value != .absent } : fields
  }

  /// That a row of the catalog is not shown; that it is goes without saying.
  private static func hiding(unless isShown: Bool) -> [FieldSetting] {
    isShown ? [] : [FieldSetting(.enabled, .flag(false))]
  }

  /// Whether a plan shows that field of an object that is made.
  func shows(_ field: Field) -> Bool {
    switch (self, field) {
    case (.named(_, let setsPassword), .password): setsPassword
    case (.named(.user(let user), _), .tenant): user.tenant != nil
    case (.assignment, _), (.membership, _), (.implication, _): false
    default: settings.contains { $0.field == field }
    }
  }
}

/// An endpoint as a row of the endpoint table.
package struct EndpointRow: Hashable, Sendable {
  package var endpoint: Endpoint
  package var service: ServiceReference
  /// The URLs that it repeats of another row, since the seed leaves them alone.
  package var carried: Set<Field>

  package init(
    _ endpoint: Endpoint,
    on service: ServiceReference,
    carried: Set<Field> = []
  ) {
    self.endpoint = endpoint
    self.service = service
    self.carried = carried
  }
}

/// The service that an endpoint hangs on.
package enum ServiceReference: Hashable, Sendable {
  /// One that is live, by its ID.
  case live(String)
  /// The one of its key that the same plan makes.
  case made
}
