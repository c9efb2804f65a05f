import IdentityModel
import Reconciliation
import TestSupport
import Texts

@testable import Convergence

/// What Keystone's database holds, and the rules for changing it.
struct KeystoneTables: Sendable {
  struct UserEntry: Hashable, Sendable {
    var user: User
    var tenantID: String?
    var password: Secret?
    /// Counts the events that revoke all of the user's tokens.
    var revocations = 0
    var failedLogins = 0
    /// Whether an administrator chose the password, and the user none yet.
    var hasFirstPassword = false
  }

  var kind = KeystoneKind.replacing
  /// After how many failed logins an account is locked (`lockout_failure_attempts`).
  var lockoutAttempts: Int?
  /// Whether a user has to replace a password that an administrator has set.
  var mustChangeFirstPassword = false

  /// Whether names that differ by case, accents or blanks at the end are the same, as on MariaDB.
  var takesNamesForOne = false

  /// The ID of the domain of all users, where it is disabled.
  var disabledDomain: String?

  var roles: [String: Role] = [:]
  var implications: Set<ImplicationIDs> = []
  var tenants: [String: Tenant] = [:]
  var users: [String: UserEntry] = [:]
  var grants: Set<AssignmentIDs> = []
  /// Those of them that come from a group, by inheritance or by implication.
  var indirectGrants: Set<AssignmentIDs> = []
  var services: [String: Service] = [:]
  var endpoints: [String: LiveEndpoint] = [:]
  /// By their names, which are their IDs.
  var regions: [Name: Region] = [:]
  /// The regions that another request is just making.
  var regionsUnderWay: Set<Name> = []
  private var random = SeededGenerator(seed: 1)

  init(seed: Int = 1) {
    random = SeededGenerator(seed: seed)
  }

  private mutating func newID() -> String {
    String(random.next(), radix: 16)
  }

  /// Whether the database takes a stored name for another one.
  func holds(_ stored: QualifiedName, for name: QualifiedName) -> Bool {
    stored == name || (takesNamesForOne && stored.isTwin(of: name))
  }

  // MARK: Roles, tenants, users

  mutating func create(_ role: Role) throws(BackendFailure) -> String {
    try checkIsFree(roles.values.contains { holds($0.name, for: role.name) })
    let id = newID()
    roles[id] = role
    return id
  }

  mutating func create(_ tenant: Tenant) throws(BackendFailure) -> String {
    try checkIsFree(tenants.values.contains { holds($0.name, for: tenant.name) })
    let id = newID()
    var tenant = tenant
    tenant.description = tenant.description ?? ""
    tenant.enabled = tenant.enabled ?? true
    tenants[id] = tenant
    return id
  }

  mutating func create(_ write: UserWrite) throws(BackendFailure) -> String {
    try checkIsFree(users.values.contains { holds($0.user.name, for: write.user.name) })
    try checkIsThere(write.tenantID.map { tenants[$0] != nil } ?? true)
    let id = newID()
    var user = write.user
    user.tenant = nil
    user.enabled = user.enabled ?? true
    users[id] = UserEntry(user: user, password: write.password, hasFirstPassword: true)
    setDefaultTenant(write.tenantID, ofUser: id)
    return id
  }

  mutating func update(
    _ tenant: Tenant,
    id: String,
    _ fields: Set<Field>
  ) throws(BackendFailure) {
    guard var entry = tenants[id] else { throw .keystone(404) }
    if entry.isImmutable, fields != [.immutable] { throw .keystone(403) }
    if let option = tenant.options[.immutable], fields.contains(.immutable) {
      entry.options[.immutable] = option == .absent ? nil : option
    }
    if fields.contains(.description) { entry.description = tenant.description }
    if fields.contains(.enabled) { entry.enabled = tenant.enabled }
    tenants[id] = entry
  }

  mutating func update(
    _ write: UserWrite,
    id: String,
    _ fields: Set<Field>
  ) throws(BackendFailure) {
    guard var entry = users[id] else { throw .keystone(404) }
    let tenantID = fields.contains(.tenant) ? write.tenantID : nil
    try checkIsThere(tenantID.map { tenants[$0] != nil } ?? true)
    if fields.contains(.email) { entry.user.email = write.user.email }
    if fields.contains(.enabled) {
      entry.user.enabled = write.user.enabled
      if write.user.enabled == false { entry.revocations += 1 }
    }
    if fields.contains(.password) {
      entry.password = write.password
      entry.revocations += 1
      entry.failedLogins = 0
      entry.hasFirstPassword = true
    }
    users[id] = entry
    setDefaultTenant(tenantID, ofUser: id)
  }

  /// Over v2.0 the role `_member_` moves with the default tenant, and is made where it is missing.
  private mutating func setDefaultTenant(_ tenantID: String?, ofUser id: String) {
    guard let tenantID, users[id]?.tenantID != tenantID else { return }
    guard kind.capabilities.defaultTenantRole != nil else {
      users[id]?.tenantID = tenantID
      return
    }
    let member = roles.keys.filter { roles[$0]?.name == Role.memberName }.min() ?? newID()
    roles[member] = Role(name: Role.memberName)
    if let old = users[id]?.tenantID {
      grants.remove(AssignmentIDs(userID: id, tenantID: old, roleID: member))
    }
    grants.insert(AssignmentIDs(userID: id, tenantID: tenantID, roleID: member))
    users[id]?.tenantID = tenantID
  }

  mutating func grant(_ grant: AssignmentIDs) throws(BackendFailure) {
    try checkIsThere(
      grant.tenantID.map { tenants[$0] != nil } == true && roles[grant.roleID] != nil
    )
    try checkIsFree(grants.contains(grant))
    grants.insert(grant)
  }

  mutating func revoke(_ grant: AssignmentIDs) throws(BackendFailure) {
    try checkIsThere(!indirectGrants.contains(grant) && grants.remove(grant) != nil)
  }

  mutating func deleteRole(id: String) throws(BackendFailure) {
    if roles[id]?.isImmutable == true { throw .keystone(403) }
    try checkIsThere(roles.removeValue(forKey: id) != nil)
    grants = grants.filter { $0.roleID != id }
    implications = implications.filter { $0.roleID != id && $0.impliedID != id }
  }

  mutating func imply(_ ids: ImplicationIDs) throws(BackendFailure) {
    try checkIsThere(roles[ids.roleID] != nil && roles[ids.impliedID] != nil)
    try checkIsFree(!implications.insert(ids).inserted)
  }

  mutating func stopImplying(_ ids: ImplicationIDs) throws(BackendFailure) {
    try checkIsThere(implications.remove(ids) != nil)
  }

  mutating func deleteTenant(id: String) throws(BackendFailure) {
    if tenants[id]?.isImmutable == true { throw .keystone(403) }
    try checkIsThere(tenants.removeValue(forKey: id) != nil)
    grants = grants.filter { $0.tenantID != id }
    for user in users.keys where users[user]?.tenantID == id { users[user]?.tenantID = nil }
  }

  mutating func deleteUser(id: String) throws(BackendFailure) {
    try checkIsThere(users.removeValue(forKey: id) != nil)
    grants = grants.filter { $0.userID != id }
  }

  /// What a login says, in the order in which Keystone asks (`keystone.identity.backends.sql`).
  mutating func check(_ password: Secret, ofUser id: String) -> PasswordCheck {
    guard var entry = users[id], entry.user.enabled != false else { return .refused }
    if let lockoutAttempts, entry.failedLogins >= lockoutAttempts { return .locked }
    guard entry.password == password else {
      entry.failedLogins += 1
      users[id] = entry
      return .refused
    }
    entry.failedLogins = 0
    users[id] = entry
    return mustChangeFirstPassword && entry.hasFirstPassword ? .mustBeChanged : .accepted
  }

  // MARK: Services and endpoints

  mutating func create(_ service: Service) -> String {
    let id = newID()
    services[id] = service
    return id
  }

  mutating func update(
    _ service: Service,
    id: String,
    _ fields: Set<Field>
  ) throws(BackendFailure) {
    guard var row = services[id] else { throw .keystone(404) }
    if fields.contains(.description) { row.description = service.description }
    if fields.contains(.enabled) { row.isShown = service.isShown }
    services[id] = row
  }

  mutating func update(
    _ write: EndpointWrite,
    id: String,
    _ fields: Set<Field>
  ) throws(BackendFailure) {
    guard var row = endpoints[id] else { throw .keystone(404) }
    for interface in EndpointInterface.allCases where fields.contains(interface.field) {
      row.set(write.endpoint.url(of: interface), of: interface)
    }
    if fields.contains(.enabled) { row.isShown = write.endpoint.isShown }
    if fields.contains(.service) {
      try checkIsThere(services[write.serviceID] != nil)
      row.serviceID = write.serviceID
    }
    endpoints[id] = row
  }

  /// The first half of making an endpoint, which is seen by others: its region.
  mutating func beginEndpoint(_ write: EndpointWrite) throws(BackendFailure) {
    let region = write.endpoint.region
    guard kind.capabilities.endpointsMakeRegions, region != "", regions[region] == nil else {
      return
    }
    guard regionsUnderWay.insert(region).inserted else { throw .raced }
  }

  /// The second half: an unknown service is refused when the region is there already.
  mutating func endEndpoint(_ write: EndpointWrite) throws(BackendFailure) -> String {
    let endpoint = write.endpoint
    if endpoint.region != "" {
      regions[endpoint.region] = regions[endpoint.region] ?? Region(name: endpoint.region)
      regionsUnderWay.remove(endpoint.region)
    }
    guard services[write.serviceID] != nil, isRow(endpoint) else { throw .keystone(400) }
    let id = newID()
    endpoints[id] = .make(endpoint, id: id, on: write.serviceID)
    return id
  }

  /// Whether the endpoint is what one row holds: one interface, or several with a public URL.
  private func isRow(_ endpoint: Endpoint) -> Bool {
    kind.capabilities.groupsEndpoints
      ? endpoint.interface == nil && endpoint.publicURL != nil
      : endpoint.interface.map { endpoint.interfaces == [$0] } == true
  }

  /// The endpoint as one row holds it: all of it, or its public interface.
  func endpointAsStored(_ endpoint: Endpoint) -> Endpoint {
    kind.capabilities.groupsEndpoints ? endpoint : endpoint.rows[0]
  }

  /// Holds the same as that kind of Keystone does: one that updates in place has made all rows itself,
  /// one for each interface.
  mutating func become(_ kind: KeystoneKind) {
    self.kind = kind
    guard kind == .updating else { return }
    for row in endpoints.values where row.interface == nil {
      endpoints[row.id] = nil
      for interface in row.interfaces {
        let id = "\(row.id)-\(interface.rawValue)"
        var part = LiveEndpoint(
          id: id,
          serviceID: row.serviceID,
          region: row.region,
          interface: interface,
          isShown: row.isShown
        )
        part.set(row.url(of: interface), of: interface)
        endpoints[id] = part
      }
    }
  }

  mutating func deleteService(id: String) throws(BackendFailure) {
    try checkIsThere(services.removeValue(forKey: id) != nil)
    endpoints = endpoints.filter { $0.value.serviceID != id }
  }

  mutating func deleteEndpoint(id: String) throws(BackendFailure) {
    try checkIsThere(endpoints[id]?.isManageable == true)
    endpoints[id] = nil
  }

  private func checkIsFree(_ isTaken: Bool) throws(BackendFailure) {
    if isTaken { throw .keystone(409) }
  }

  private func checkIsThere(_ isThere: Bool) throws(BackendFailure) {
    if !isThere { throw .keystone(404) }
  }
}
