package import IdentityModel

/// What a backend can do, stated by the backend and read by the planner.
package struct BackendCapabilities: Hashable, Sendable {
  /// The role that the backend itself gives to a user in the default tenant, and takes away with it.
  package struct DefaultTenantRole: Hashable, Sendable {
    /// What it is called unless somebody has configured another name.
    package let name: QualifiedName
    /// The ID that it is made with, whatever it is called.
    package let id: String

    package init(name: QualifiedName, id: String) {
      self.name = name
      self.id = id
    }
  }

  /// What a plan calls the backend.
  package let name: String
  /// The kinds of which it keeps objects.
  package let kinds: Set<ResourceKind>
  /// Whether a service's fields can be changed in place.
  package let updatesServices: Bool
  /// Whether an endpoint's URLs can be changed in place.
  package let updatesEndpoints: Bool
  /// Whether the endpoints of one service in one region are one row with up to three URLs, made and
  /// deleted as a whole, of which the list may hide some, and which it may show although another API
  /// has made it; else there is a row for each interface.
  package let groupsEndpoints: Bool
  /// Whether an endpoint makes the region that it is in, so that first endpoints race for it.
  package let endpointsMakeRegions: Bool
  /// Whether all that was granted is one list, which is what roles are compared with; else the roles
  /// that take effect between a user and a tenant are asked for, be they from a group, by inheritance
  /// or by implication.
  package let listsGrants: Bool
  /// What the service's own set-up makes, by its usual names, so that pruning leaves it alone.
  package let bootstrapped: Set<ResourceKey>
  /// Nil where a default tenant brings no role along.
  package let defaultTenantRole: DefaultTenantRole?

  package init(
    name: String,
    kinds: Set<ResourceKind> = Set(ResourceKind.allCases),
    updatesServices: Bool,
    updatesEndpoints: Bool,
    groupsEndpoints: Bool,
    endpointsMakeRegions: Bool,
    listsGrants: Bool,
    bootstrapped: Set<ResourceKey> = [],
    defaultTenantRole: DefaultTenantRole?
  ) {
    self.name = name
    self.kinds = kinds
    self.updatesServices = updatesServices
    self.updatesEndpoints = updatesEndpoints
    self.groupsEndpoints = groupsEndpoints
    self.endpointsMakeRegions = endpointsMakeRegions
    self.listsGrants = listsGrants
    self.bootstrapped = bootstrapped
    self.defaultTenantRole = defaultTenantRole
  }
}
