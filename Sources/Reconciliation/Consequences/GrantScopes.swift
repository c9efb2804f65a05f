/// Which tenants a grant is on, be it inherited.
struct GrantScopes {
  private var ofDomain: [NameOrID: [NameOrID]] = [:]
  private var children: [NameOrID: [NameOrID]] = [:]
  private var below: [NameOrID: [NameOrID]] = [:]

  init(_ places: [NameOrID: Access.Place]) {
    for (tenant, place) in places {
      ofDomain[place.domain, default: []].append(tenant)
      if let parent = place.parent { children[parent, default: []].append(tenant) }
    }
  }

  /// All that the scope of a grant comes to.
  mutating func scopes(of scope: Access.Grant.Scope) -> [EffectiveRole.Scope] {
    switch scope {
    case .tenant(let tenant): [.tenant(tenant)]
    case .domain(let domain): [.domain(domain)]
    case .system: [.system]
    case .tenantsOfDomain(let domain): (ofDomain[domain] ?? []).map { .tenant($0) }
    case .tenantsBelow(let tenant): tenants(below: tenant).map { .tenant($0) }
    }
  }

  private mutating func tenants(below tenant: NameOrID) -> [NameOrID] {
    if let known = below[tenant] { return known }
    var found: [NameOrID] = []
    var waiting = children[tenant] ?? []
    var seen: Set<NameOrID> = [tenant]
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      found.append(next)
      waiting += children[next] ?? []
    }
    below[tenant] = found
    return found
  }
}
