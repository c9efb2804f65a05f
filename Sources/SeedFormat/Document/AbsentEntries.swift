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

extension AbsentEntries {
  /// Each name that an item has, where that stands.
  var names: [Located<Name>] {
    func located<Item>(_ items: [Located<Item>], _ names: (Item) -> [Name]) -> [Located<Name>] {
      items.flatMap { item in names(item.value).map { Located($0, at: item.location) } }
    }
    var all = regions
    for objects in [domains, roles, tenants, groups, users] {
      all += located(objects) { [$0.name] }
    }
    all += located(implications) { [$0.role.name.name, $0.implied.name.name] }
    all += located(memberships) { [$0.user.name, $0.group.name] }
    for entry in assignments {
      all.append(Located(entry.holder.value.name.name, at: entry.holder.location))
      let scope = entry.scope.value.key?.uniqueName?.name
      all += scope.map { [Located($0, at: entry.scope.location)] } ?? []
      all += located(entry.roles) { [$0.name.name] }
    }
    all += located(services) { [$0.name] }
    all += located(endpoints) { [$0.service.name, $0.region] }
    all += located(limits) { limit in
      [limit.service.name, limit.resource]
        + [limit.region, limit.holder?.name.name].compactMap(\.self)
    }
    return all
  }
}
