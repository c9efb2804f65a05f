internal import IdentityModel

/// What the seed says must not be there, item by item.
struct AbsentEntries {
  var domains: [Located<QualifiedName>] = []
  var roles: [Located<QualifiedName>] = []
  var tenants: [Located<QualifiedName>] = []
  var groups: [Located<QualifiedName>] = []
  var users: [Located<QualifiedName>] = []
  var implications: [Located<AbsentImplication>] = []
  var memberships: [Located<Membership>] = []
  var assignments: [AssignmentEntry] = []
  var services: [Located<ServicePattern>] = []
  var endpoints: [Located<EndpointPattern>] = []
  var limits: [Located<LimitPattern>] = []
  /// The regions in which there must be no endpoint.
  var regions: [Located<Name>] = []

  var isEmpty: Bool {
    domains.isEmpty && roles.isEmpty && tenants.isEmpty && groups.isEmpty && users.isEmpty
      && implications.isEmpty && memberships.isEmpty && assignments.isEmpty && services.isEmpty
      && endpoints.isEmpty && limits.isEmpty && regions.isEmpty
  }
}
