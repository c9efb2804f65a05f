import IdentityModel
import Reconciliation
import TestSupport
import Texts

/// A Keystone as far as plans are concerned, as a value: what each request does to the tables, and
/// every request that the real one would have refused.
struct SimulatedKeystone {
  var live: LiveState
  private(set) var refusals: [String] = []
  var passwords: [QualifiedName: Secret]
  let capabilities: BackendCapabilities
  /// Whether a region is made with the first endpoint in it, as where nobody plans regions.
  var makesRegions = false
  private var lastID: UInt64

  init(
    _ live: LiveState,
    passwords: [QualifiedName: Secret] = [:],
    capabilities: BackendCapabilities = .v2
  ) {
    self.capabilities = capabilities
    self.live = live
    self.passwords = passwords
    lastID = 1_000
  }

  /// What logging in as each user with the declared password says.
  func checks(of declared: [QualifiedName: Secret]) -> [QualifiedName: PasswordCheck] {
    var checks: [QualifiedName: PasswordCheck] = [:]
    for user in live.users {
      guard let password = declared[user.value.name] else { continue }
      checks[user.value.name] =
        user.value.enabled == false
        ? .userDisabled : passwords[user.value.name] == password ? .accepted : .refused
    }
    return checks
  }

  /// Carries out what an operation asks for.
  ///
  /// - Parameters:
  ///   - change: What to do.
  ///   - part: Which half of it.
  ///   - secrets: The passwords that the seed declares.
  ///   - madeServices: The services that the run has made, to which this may add.
  /// - Returns: Whether it worked; that what is to go has gone already counts as such.
  mutating func carryOut(
    _ change: Change,
    _ part: Operation.Part,
    secrets: [QualifiedName: Secret],
    madeServices: inout [ServiceKey: String]
  ) -> Bool {
    let before = refusals.count
    switch (change.action, part) {
    case (.create, _), (.replace, .make): create(change, secrets, &madeServices)
    case (.update, _): update(change, secrets)
    case (.delete, _), (.replace, .retire):
      delete(change)
      return true
    case (.replace, .whole): refuse("a replacement in one piece", change)
    }
    return refusals.count == before
  }

  mutating func refuse(_ why: String, _ change: Change) {
    refusals.append("\(why): \(change.action) \(change.key.kind) \(change.key)")
  }

  mutating func nextID() -> String {
    lastID += 1
    return String(SeededGenerator.mixed(lastID), radix: 16)
  }

  // MARK: Create

  private mutating func create(
    _ change: Change,
    _ secrets: [QualifiedName: Secret],
    _ madeServices: inout [ServiceKey: String]
  ) {
    switch change.resource {
    case .named(.domain(let domain), _):
      guard !live.domains.contains(where: { $0.value.name == domain.name }) else { return }
      live.domains.append(Live(id: nextID(), domain))
    case .named(.region(let region), _):
      guard !live.regions.contains(where: { $0.value.name == region.name }) else { return }
      guard region.parent.map(hasRegion) != false else {
        return refuse("a region below none that is there", change)
      }
      live.regions.append(Live(id: region.name.text, region))
    case .named(.role(let role), _):
      // A second one of that name is answered 409, and adopted.
      guard !live.roles.contains(where: { $0.value.name == role.name }) else { return }
      live.roles.append(Live(id: nextID(), role))
    case .named(.tenant(var tenant), _):
      guard !live.tenants.contains(where: { $0.value.name == tenant.name }) else { return }
      guard tenant.parent.map({ hasTenant(QualifiedName($0, of: tenant.name.domain)) }) != false
      else { return refuse("a tenant below none that is there", change) }
      tenant.enabled = tenant.enabled ?? true
      live.tenants.append(Live(id: nextID(), tenant))
    case .named(.group(let group), _):
      guard !live.groups.contains(where: { $0.value.name == group.name }) else { return }
      live.groups.append(Live(id: nextID(), group))
    case .named(.user(let user), let setsPassword):
      guard !live.users.contains(where: { $0.value.name == user.name }) else { return }
      createUser(user, change)
      if setsPassword { passwords[user.name] = secrets[user.name] }
    case .implication(let implication):
      guard implication.parts.allSatisfy(live.keys(of: .role).contains) else {
        return refuse("an implication of what is not there", change)
      }
      live.implications.insert(implication)
    case .membership(let membership):
      guard live.users.contains(where: { $0.value.name == membership.user }),
        live.groups.contains(where: { $0.value.name == membership.group })
      else { return refuse("a membership of what is not there", change) }
      live.memberships.insert(membership)
    case .assignment(let assignment):
      guard live.roles.contains(where: { $0.value.name == assignment.role }),
        hasHolder(assignment.holder), has(assignment.scope)
      else { return refuse("an assignment of what is not there", change) }
      live.assignments.insert(assignment)
    case .service(let service):
      let id = nextID()
      madeServices[service.key] = id
      live.services.append(Live(id: id, service))
    case .endpoint(let row):
      switch row.service {
      case .live(let id): createEndpoint(row.endpoint, change, on: id)
      case .made: createEndpoint(row.endpoint, change, on: madeServices[row.endpoint.service])
      }
    case .limit(let row):
      switch row.service {
      case .live(let id): createLimit(row.limit, change, on: id)
      case .made: createLimit(row.limit, change, on: madeServices[row.limit.key.service])
      }
    case nil:
      refuse("nothing to make", change)
    }
  }

  private func hasHolder(_ holder: RoleAssignment.Holder) -> Bool {
    switch holder {
    case .user(let name): live.users.contains { $0.value.name == name }
    case .group(let name): live.groups.contains { $0.value.name == name }
    }
  }

  private func hasTenant(_ name: QualifiedName) -> Bool {
    live.tenants.contains { $0.value.name == name }
  }

  private func has(_ scope: RoleAssignment.Scope) -> Bool {
    switch scope {
    case .tenant(let name), .tenantsBelow(let name): hasTenant(name)
    case .domain(let name), .tenantsOfDomain(let name):
      live.domains.contains { $0.value.name == QualifiedName(name) }
    case .system: true
    }
  }

  private mutating func createEndpoint(
    _ endpoint: Endpoint,
    _ change: Change,
    on serviceID: String?
  ) {
    guard let serviceID, live.services.contains(where: { $0.id == serviceID })
    else { return refuse("an endpoint without its service", change) }
    if makesRegions, !hasRegion(endpoint.region) {
      live.regions.append(Live(id: endpoint.region.text, Region(name: endpoint.region)))
    }
    let needsRegion = capabilities.kinds.contains(.region) && endpoint.region != ""
    guard !needsRegion || hasRegion(endpoint.region) else {
      return refuse("an endpoint in no region that is there", change)
    }
    guard endpoint.isRow(for: capabilities) else {
      return refuse("an endpoint that no row holds", change)
    }
    live.endpoints.append(
      LiveEndpoint(
        id: nextID(),
        serviceID: serviceID,
        region: endpoint.region == "" ? nil : endpoint.region,
        interface: endpoint.interface,
        publicURL: endpoint.publicURL,
        internalURL: endpoint.internalURL,
        adminURL: endpoint.adminURL,
        isShown: endpoint.isShown
      )
    )
  }

  // MARK: Update

  private mutating func update(_ change: Change, _ secrets: [QualifiedName: Secret]) {
    let fields = Set(change.fields.filter { $0.to != nil }.map(\.field))
    switch change.resource {
    case .named(.region(let region), _): updateRegion(region, fields, change)
    case .named(.role, _), .implication, .membership, .assignment, nil:
      refuse("an update of what has no fields", change)
    case .named(.domain(let new), _):
      guard let index = live.domains.firstIndex(where: { $0.id == change.liveID }) else {
        return refuse("no such row", change)
      }
      var domain = live.domains[index].value
      if fields.contains(.description) { domain.description = new.description }
      if fields.contains(.enabled) { domain.enabled = new.enabled }
      live.domains[index] = Live(id: live.domains[index].id, domain)
    case .named(.group(let new), _):
      guard let index = live.groups.firstIndex(where: { $0.id == change.liveID }) else {
        return refuse("no such row", change)
      }
      live.groups[index] = Live(id: live.groups[index].id, new)
    case .named(.tenant(let new), _):
      guard let index = live.tenants.firstIndex(where: { $0.id == change.liveID }) else {
        return refuse("no such row", change)
      }
      var tenant = live.tenants[index].value
      if fields.contains(.description) { tenant.description = new.description }
      if fields.contains(.enabled) { tenant.enabled = new.enabled }
      live.tenants[index] = Live(id: live.tenants[index].id, tenant)
    case .named(.user(let user), let setsPassword):
      updateUser(user, fields, change)
      if setsPassword { passwords[user.name] = secrets[user.name] }
    case .limit(let row): updateLimit(row.limit, change)
    case .service(let new):
      guard capabilities.updatesServices else { return refuse("no such route", change) }
      guard let index = live.services.firstIndex(where: { $0.id == change.liveID }) else {
        return refuse("no such row", change)
      }
      var service = live.services[index].value
      if fields.contains(.description) { service.description = new.description }
      if fields.contains(.enabled) { service.isShown = new.isShown }
      live.services[index] = Live(id: live.services[index].id, service)
    case .endpoint(let row):
      guard capabilities.updatesEndpoints else { return refuse("no such route", change) }
      guard let index = live.endpoints.firstIndex(where: { $0.id == change.liveID }) else {
        return refuse("no such row", change)
      }
      guard live.endpoints[index].isManageable else { return refuse("404", change) }
      for interface in EndpointInterface.allCases where fields.contains(interface.field) {
        live.endpoints[index].set(row.endpoint.url(of: interface), of: interface)
      }
      if fields.contains(.enabled) { live.endpoints[index].isShown = row.endpoint.isShown }
      if fields.contains(.service) {
        guard case .live(let id) = row.service, live.services.contains(where: { $0.id == id })
        else { return refuse("no such service", change) }
        live.endpoints[index].serviceID = id
      }
    }
  }

  // MARK: Delete

  private mutating func delete(_ change: Change) {
    let before = live
    switch change.key {
    case .implication(let implication):
      live.implications.remove(implication)
    case .membership(let membership):
      live.memberships.remove(membership)
    case .assignment(let assignment):
      live.assignments.remove(assignment)
    case .named(.domain, let name):
      if live.domains.contains(where: { $0.id == change.liveID && $0.value.enabled != false }) {
        refuse("403: the domain is enabled", change)
      }
      live.domains.removeAll { $0.id == change.liveID }
      live.tenants.removeAll { $0.value.name.domain == name.name }
      live.users.removeAll { $0.value.name.domain == name.name }
      live.groups.removeAll { $0.value.name.domain == name.name }
    case .named(.group, let name):
      live.groups.removeAll { $0.id == change.liveID }
      live.assignments = live.assignments.filter { $0.holder != .group(name) }
      live.memberships = live.memberships.filter { $0.group != name }
    case .named(.region, let name):
      let isWhole = live.regions.contains { $0.value.parent == name.name }
      let isInUse = live.endpoints.contains { $0.region == name.name }
      if isWhole || isInUse { refuse("a region with something in it", change) }
      live.regions.removeAll { $0.id == change.liveID }
    case .named(.role, let name):
      live.roles.removeAll { $0.id == change.liveID }
      live.assignments = live.assignments.filter { $0.role != name }
      live.implications = live.implications.filter { !$0.parts.contains(change.key) }
    case .named(.tenant, let name):
      if live.tenants.contains(where: { $0.value.whole == .tenant(name) }) {
        refuse("403: a tenant with another one below it", change)
      }
      live.tenants.removeAll { $0.id == change.liveID }
      live.limits.removeAll { limit in change.liveID.map { limit.holderID == .tenant($0) } == true }
      live.assignments = live.assignments.filter { $0.scope.key != .tenant(name) }
      for (index, row) in live.users.enumerated() where row.value.tenant == name {
        var user = row.value
        user.tenant = nil
        live.users[index] = Live(id: row.id, user)
      }
    case .named(.user, let name):
      live.users.removeAll { $0.id == change.liveID }
      live.assignments = live.assignments.filter { $0.user != name }
      live.memberships = live.memberships.filter { $0.user != name }
      passwords[name] = nil
    case .service:
      live.services.removeAll { $0.id == change.liveID }
      let taken = live.endpoints.filter { $0.serviceID == change.liveID }
      if !taken.isEmpty { refuse("takes \(taken.count) endpoints along", change) }
      live.endpoints.removeAll { $0.serviceID == change.liveID }
    case .endpoint:
      live.endpoints.removeAll { $0.id == change.liveID && $0.isManageable }
    case .limit: deleteLimit(change)
    }
    if live == before { refuse("404", change) }
  }
}

extension Endpoint {
  /// Whether the endpoint is what one row holds: one interface, or several with a public URL.
  fileprivate func isRow(for capabilities: BackendCapabilities) -> Bool {
    capabilities.groupsEndpoints
      ? interface == nil && publicURL != nil
      : interface.map { interfaces == [$0] } == true
  }
}

extension LiveState {
  /// The same cloud with a row for each interface.
  var separatingInterfaces: LiveState {
    var state = self
    state.endpoints = endpoints.flatMap { row in
      row.interface != nil
        ? [row]
        : row.interfaces.map { interface in
          var part = LiveEndpoint(
            id: "\(row.id)-\(interface.rawValue)",
            serviceID: row.serviceID,
            region: row.region,
            interface: interface,
            isShown: row.isShown,
            isManageable: row.isManageable
          )
          part.set(row.url(of: interface), of: interface)
          return part
        }
    }
    return state
  }
}
