package import IdentityModel
import Reconciliation
package import Texts

/// An object as it is to be written, with all that it names as IDs.
package protocol ResourceDraft: Sendable {
  /// What a list shows of an object of that kind.
  associatedtype Row: StoredRow

  /// Where objects of the kind are.
  static func store(of backend: any IdentityBackend) -> any ResourceStore<Self>

  /// Whether the identity service keeps the key unique, so that there can be but one.
  static var isKeyUnique: Bool { get }

  /// Whether the row is the one that the draft makes, or as good as it.
  func isHeld(by row: Row) -> Bool

  /// The name that the identity service keeps unique; nil where it keeps none.
  var uniqueName: QualifiedName? { get }
}

/// A row of a list.
package protocol StoredRow: Sendable {
  var id: String { get }
  /// The name that the identity service keeps unique; nil where it keeps none.
  var uniqueName: QualifiedName? { get }
}

extension Live: StoredRow {
  package var uniqueName: QualifiedName? { value.key as? QualifiedName }
}

/// A user as a list shows it.
package struct UserRow: Hashable, StoredRow {
  package let id: String
  /// The user, its default tenant left out.
  package let user: User
  /// The ID of its default tenant, which may be gone.
  package let tenantID: String?
  /// Whether it lives where the identity service only reads, such as LDAP.
  package let isReadOnly: Bool

  package init(id: String, user: User, tenantID: String?, isReadOnly: Bool = false) {
    self.id = id
    self.user = user
    self.tenantID = tenantID
    self.isReadOnly = isReadOnly
  }

  package var uniqueName: QualifiedName? { user.name }
}

extension LiveEndpoint: StoredRow {
  package var uniqueName: QualifiedName? { nil }
}

/// An object with a name that is written as it is, since it names no other.
package protocol NamedDraft: NamedResource, ResourceDraft where Row == Live<Self> {}

extension NamedDraft {
  package static var isKeyUnique: Bool { true }
  package var uniqueName: QualifiedName? { name }
  package func isHeld(by row: Live<Self>) -> Bool { row.value.name == name }
}

extension Domain: NamedDraft {
  package static func store(of backend: any IdentityBackend) -> any ResourceStore<Domain> {
    backend.domains
  }
}

extension Region: NamedDraft {
  package static func store(of backend: any IdentityBackend) -> any ResourceStore<Region> {
    backend.regions
  }
}

extension Role: NamedDraft {
  package static func store(of backend: any IdentityBackend) -> any ResourceStore<Role> {
    backend.roles
  }
}

extension Tenant: NamedDraft {
  package static func store(of backend: any IdentityBackend) -> any ResourceStore<Tenant> {
    backend.tenants
  }
}

extension Group: NamedDraft {
  package static func store(of backend: any IdentityBackend) -> any ResourceStore<Group> {
    backend.groups
  }
}

/// A user as it is to be written: its tenant's name resolved, with its password.
package struct UserWrite: ResourceDraft {
  package let user: User
  package let tenantID: String?
  package let password: Secret?

  package init(user: User, tenantID: String? = nil, password: Secret? = nil) {
    self.user = user
    self.tenantID = tenantID
    self.password = password
  }

  package static func store(of backend: any IdentityBackend) -> any ResourceStore<UserWrite> {
    backend.users
  }

  package static var isKeyUnique: Bool { true }
  package var uniqueName: QualifiedName? { user.name }
  package func isHeld(by row: UserRow) -> Bool { row.user.name == user.name }
}

extension Service: ResourceDraft {
  package static func store(of backend: any IdentityBackend) -> any ResourceStore<Service> {
    backend.services
  }

  package static var isKeyUnique: Bool { false }
  package var uniqueName: QualifiedName? { nil }
  package func isHeld(by row: Live<Service>) -> Bool { row.value.key == key }
}

/// An endpoint as it is to be written: on a service that exists.
package struct EndpointWrite: Hashable, ResourceDraft {
  package let endpoint: Endpoint
  package let serviceID: String

  package init(_ endpoint: Endpoint, serviceID: String) {
    self.endpoint = endpoint
    self.serviceID = serviceID
  }

  package static func store(of backend: any IdentityBackend) -> any ResourceStore<EndpointWrite> {
    backend.endpoints
  }

  package static var isKeyUnique: Bool { false }
  package var uniqueName: QualifiedName? { nil }

  package func isHeld(by row: LiveEndpoint) -> Bool {
    row.serviceID == serviceID && (row.region ?? "") == endpoint.region
      && row.interface == endpoint.interface && row.isShown == endpoint.isShown
      && FieldChange.between(desired: endpoint.fields, live: row.fields).isEmpty
  }
}
