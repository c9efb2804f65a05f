import IdentityModel
import Reconciliation
import TestSupport
import Texts

/// A Keystone as far as plans are concerned, as a value: what each request does to the tables, and
/// every request that the real one would have refused.
struct SimulatedKeystone {
  var live: LiveState
  private(set) var refusals: [String] = []
  var passwords: [Name: Secret]
  let capabilities: BackendCapabilities
  private var lastID: UInt64

  init(
    _ live: LiveState,
    passwords: [Name: Secret] = [:],
    capabilities: BackendCapabilities = .v2
  ) {
    self.capabilities = capabilities
    self.live = live
    self.passwords = passwords
    lastID = 1_000
  }

  /// What logging in as each user with the declared password says.
  func checks(of declared: [Name: Secret]) -> [Name: PasswordCheck] {
    var checks: [Name: PasswordCheck] = [:]
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
    secrets: [Name: Secret],
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
    _ secrets: [Name: Secret],
    _ madeServices: inout [ServiceKey: String]
  ) {
    let settings = change.settings
    switch change.key {
    case .role(let name):
      // A second one of that name is answered 409, and adopted.
      guard !live.roles.contains(where: { $0.value.name == name }) else { return }
      live.roles.append(Live(id: nextID(), Role(name: name)))
    case .tenant(let name):
      guard !live.tenants.contains(where: { $0.value.name == name }) else { return }
      let tenant = Tenant(
        name: name,
        description: settings.text(.description),
        enabled: settings.flag(.enabled) ?? true
      )
      live.tenants.append(Live(id: nextID(), tenant))
    case .user(let name):
      guard !live.users.contains(where: { $0.value.name == name }) else { return }
      createUser(name, change)
      if change.sets(.password) { passwords[name] = secrets[name] }
    case .assignment(let assignment):
      guard live.roles.contains(where: { $0.value.name == assignment.role }),
        live.tenants.contains(where: { $0.value.name == assignment.tenant }),
        live.users.contains(where: { $0.value.name == assignment.user })
      else { return refuse("an assignment of what is not there", change) }
      live.assignments.insert(assignment)
    case .service(let key):
      let id = nextID()
      madeServices[key] = id
      let service = Service(
        type: key.type,
        name: key.name,
        description: settings.text(.description),
        isShown: settings.flag(.enabled) ?? true
      )
      live.services.append(Live(id: id, service))
    case .endpoint(let key):
      createEndpoint(key, change, on: change.serviceID ?? madeServices[key.service])
    }
  }

  private mutating func createEndpoint(
    _ key: EndpointKey,
    _ change: Change,
    on serviceID: String?
  ) {
    guard let serviceID, live.services.contains(where: { $0.id == serviceID })
    else { return refuse("an endpoint without its service", change) }
    guard let publicURL = change.settings.template(.publicURL) else {
      return refuse("an endpoint without a public URL", change)
    }
    live.endpoints.append(
      LiveEndpoint(
        id: nextID(),
        serviceID: serviceID,
        region: key.region == "" ? nil : key.region,
        publicURL: publicURL,
        internalURL: change.settings.template(.internalURL),
        adminURL: change.settings.template(.adminURL),
        isShown: change.settings.flag(.enabled) ?? true
      )
    )
  }

  // MARK: Update

  private mutating func update(_ change: Change, _ secrets: [Name: Secret]) {
    let settings = change.fields.compactMap { field in
      field.to.map { FieldSetting(field.field, $0) }
    }
    switch change.key {
    case .role, .assignment:
      refuse("an update of what has no fields", change)
    case .tenant:
      guard let index = live.tenants.firstIndex(where: { $0.id == change.liveID }) else {
        return refuse("no such row", change)
      }
      var tenant = live.tenants[index].value
      tenant.description = settings.text(.description) ?? tenant.description
      tenant.enabled = settings.flag(.enabled) ?? tenant.enabled
      live.tenants[index] = Live(id: live.tenants[index].id, tenant)
    case .user(let name):
      updateUser(settings, change)
      if change.sets(.password) { passwords[name] = secrets[name] }
    case .service:
      guard capabilities.updatesServices else { return refuse("no such route", change) }
      guard let index = live.services.firstIndex(where: { $0.id == change.liveID }) else {
        return refuse("no such row", change)
      }
      var service = live.services[index].value
      service.description = settings.text(.description) ?? service.description
      service.isShown = settings.flag(.enabled) ?? service.isShown
      live.services[index] = Live(id: live.services[index].id, service)
    case .endpoint:
      guard capabilities.updatesEndpoints else { return refuse("no such route", change) }
      guard let index = live.endpoints.firstIndex(where: { $0.id == change.liveID }) else {
        return refuse("no such row", change)
      }
      guard live.endpoints[index].isManageable else { return refuse("404", change) }
      let row = live.endpoints[index]
      live.endpoints[index].publicURL = settings.template(.publicURL) ?? row.publicURL
      live.endpoints[index].internalURL = settings.template(.internalURL) ?? row.internalURL
      live.endpoints[index].adminURL = settings.template(.adminURL) ?? row.adminURL
      live.endpoints[index].isShown = settings.flag(.enabled) ?? row.isShown
    }
  }

  // MARK: Delete

  private mutating func delete(_ change: Change) {
    let before = live
    switch change.key {
    case .assignment(let assignment):
      live.assignments.remove(assignment)
    case .role(let name):
      live.roles.removeAll { $0.id == change.liveID }
      live.assignments = live.assignments.filter { $0.role != name }
    case .tenant(let name):
      live.tenants.removeAll { $0.id == change.liveID }
      live.assignments = live.assignments.filter { $0.tenant != name }
      for (index, row) in live.users.enumerated() where row.value.tenant == name {
        var user = row.value
        user.tenant = nil
        live.users[index] = Live(id: row.id, user)
      }
    case .user(let name):
      live.users.removeAll { $0.id == change.liveID }
      live.assignments = live.assignments.filter { $0.user != name }
      passwords[name] = nil
    case .service:
      live.services.removeAll { $0.id == change.liveID }
      let taken = live.endpoints.filter { $0.serviceID == change.liveID }
      if !taken.isEmpty { refuse("takes \(taken.count) endpoints along", change) }
      live.endpoints.removeAll { $0.serviceID == change.liveID }
    case .endpoint:
      live.endpoints.removeAll { $0.id == change.liveID && $0.isManageable }
    }
    if live == before { refuse("404", change) }
  }
}

extension [FieldSetting] {
  func text(_ field: Field) -> String? {
    guard case .text(let text) = self[field] else { return nil }
    return text
  }

  func flag(_ field: Field) -> Bool? {
    guard case .flag(let flag) = self[field] else { return nil }
    return flag
  }

  func template(_ field: Field) -> URLTemplate? {
    guard case .template(let template) = self[field] else { return nil }
    return template
  }
}
