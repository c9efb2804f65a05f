import IdentityModel
import Reconciliation
import TestSupport
import Texts

/// A seed and a cloud that have much in common and much not, drawn from few names so that they meet
/// often: the same name in two spellings, doubled rows, hidden ones, orphans.
struct RandomCloud {
  /// How strange a cloud may be.
  struct Strangeness {
    /// Endpoints that v2.0 shows and cannot delete.
    var foreignEndpoints = 0
    var hiddenRows = 15
  }

  private(set) var desired = DesiredState()
  private(set) var live = LiveState()
  private(set) var passwords: [QualifiedName: Secret] = [:]
  var generator: SeededGenerator

  private let strangeness: Strangeness
  private var lastID: UInt64 = 0

  static let roles: [QualifiedName] = [
    "admin", "Member", "caf\u{E9}", "cafe\u{301}", Role.memberName,
  ]
  static let tenants: [QualifiedName] = ["admin", "service", "acme", "Acme"]
  static let users: [QualifiedName] = ["admin", "nova", "glance", "ann", "o'b\u{E9} $x!\""]
  static let services: [ServiceKey] = [.keystone, .nova, .glance, .heat, .heatCFN]
  static let regions: [Name] = ["RegionOne", "RegionTwo", "Edge"]
  static let wholes: [Name] = ["emea", "apac"]
  static let texts: [String?] = [nil, "", "one", "two"]
  static let urls = ["http://a/$(tenant_id)s", "http://a/%(tenant_id)s", "http://b", "http://c"]

  init(seed: Int, strangeness: Strangeness = Strangeness()) {
    generator = SeededGenerator(seed: seed)
    self.strangeness = strangeness
    makeLiveNames()
    makeLiveCatalog()
    makeLiveRegions()
    declare()
    declareRegions()
    declareAbsent()
    makeTenantTrees()
  }

  private mutating func nextID() -> String {
    lastID += 1
    return String(SeededGenerator.mixed(lastID), radix: 16)
  }

  private mutating func text() -> String? { Self.texts.randomElement(using: &generator) ?? nil }

  private mutating func url() -> URLTemplate {
    URLTemplate(Self.urls.randomElement(using: &generator) ?? "")
  }

  private mutating func maybeURL() -> URLTemplate? { generator.chance(50) ? url() : nil }

  // MARK: Live

  private mutating func makeLiveNames() {
    for name in generator.some(Self.roles, 60) {
      let id = name == Role.memberName ? SimulatedKeystone.memberID : nextID()
      live.roles.append(Live(id: id, Role(name: name)))
    }
    for name in generator.some(Self.tenants, 60) {
      let tenant = Tenant(name: name, description: text(), enabled: generator.chance(85))
      live.tenants.append(Live(id: nextID(), tenant))
    }
    let tenants = live.tenants.map(\.value.name)
    for name in generator.some(Self.users, 60) {
      let user = User(
        name: name,
        email: text(),
        tenant: generator.chance(40) ? tenants.randomElement(using: &generator) : nil,
        enabled: generator.chance(85)
      )
      live.users.append(Live(id: nextID(), user))
      passwords[name] = Secret(generator.chance(60) ? "right" : "wrong")
      if let tenant = user.tenant { makeMember(name, tenant) }
      for tenant in tenants {
        for role in generator.some(live.roles.map(\.value.name), 30) {
          live.assignments.insert(RoleAssignment(user: name, tenant: tenant, role: role))
        }
      }
    }
  }

  private mutating func makeMember(_ user: QualifiedName, _ tenant: QualifiedName) {
    live.assignments.insert(RoleAssignment(user: user, tenant: tenant, role: Role.memberName))
    if !live.roles.contains(where: { $0.value.name == Role.memberName }) {
      live.roles.append(Live(id: SimulatedKeystone.memberID, Role(name: Role.memberName)))
    }
  }

  private mutating func makeLiveCatalog() {
    for key in Self.services {
      for _ in 0..<([0, 1, 1, 2, 3].randomElement(using: &generator) ?? 0) {
        let isShown = !generator.chance(strangeness.hiddenRows)
        let row = Live<Service>.make(nextID(), key, description: text(), isShown: isShown)
        live.services.append(row)
        for region in Self.regions {
          for _ in 0..<([0, 0, 1, 1, 2].randomElement(using: &generator) ?? 0) {
            addEndpoint(row.id, region)
          }
        }
        if generator.chance(10) { addEndpoint(row.id, nil) }
      }
    }
    if generator.chance(30) { addEndpoint("gone", "RegionOne") }
  }

  private mutating func addEndpoint(_ serviceID: String, _ region: Name?) {
    live.endpoints.append(
      LiveEndpoint(
        id: nextID(),
        serviceID: serviceID,
        region: region,
        publicURL: url(),
        internalURL: maybeURL(),
        adminURL: maybeURL(),
        isShown: !generator.chance(strangeness.hiddenRows),
        isManageable: !generator.chance(strangeness.foreignEndpoints)
      )
    )
  }

  /// Has the cloud be one of an API in which a region is a word, and no tenant is below another one.
  mutating func forgetTrees() {
    live.regions = []
    live.tenants = live.tenants.map { row in
      var tenant = row.value
      tenant.parent = nil
      return Live(id: row.id, tenant)
    }
    for index in desired.tenants.indices { desired.tenants[index].parent = nil }
  }

  /// Has tenants be below others: a live one below one that comes before it, a declared one below one that
  /// comes after it.
  private mutating func makeTenantTrees() {
    for (index, row) in live.tenants.enumerated() where generator.chance(30) {
      var tenant = row.value
      tenant.parent = live.tenants[..<index].randomElement(using: &generator)?.value.name.name
      live.tenants[index] = Live(id: row.id, tenant)
    }
    for index in desired.tenants.indices where generator.chance(30) {
      let later = desired.tenants[(index + 1)...]
      desired.tenants[index].parent = later.randomElement(using: &generator)?.name.name
    }
  }

  /// Those that endpoints are in, and others, each below one that comes before it or below none.
  private mutating func makeLiveRegions() {
    let used = Set(live.endpoints.compactMap(\.region))
    let names = (Self.regions + Self.wholes).filter { used.contains($0) || generator.chance(40) }
    for (index, name) in names.enumerated() {
      let parent = generator.chance(40) ? names[..<index].randomElement(using: &generator) : nil
      let region = Region(name: name, description: text(), parent: parent)
      live.regions.append(Live(id: name.text, region))
    }
  }

  // MARK: Desired

  /// Those that endpoints need, and others, each below one that comes after it or below none.
  private mutating func declareRegions() {
    let used = Set(desired.endpoints.map(\.region))
    let names = (Self.regions + Self.wholes).filter { used.contains($0) || generator.chance(40) }
    for (index, name) in names.enumerated() {
      let later = names[(index + 1)...]
      let parent = generator.chance(40) ? later.randomElement(using: &generator) : nil
      desired.regions.append(Region(name: name, description: text(), parent: parent))
    }
    let others = (Self.regions + Self.wholes).filter { !names.contains($0) }
    desired.absent.regions = Set(generator.some(others, 15))
  }

  private mutating func declare() {
    desired.roles = generator.some(Self.roles, 60).map { Role(name: $0) }
    let tenants = generator.some(Self.tenants, 60)
    for name in tenants {
      let enabled = generator.chance(50) ? generator.chance(80) : nil
      desired.tenants.append(Tenant(name: name, description: text(), enabled: enabled))
    }
    for name in generator.some(Self.users, 60) {
      let enabled = generator.chance(50) ? generator.chance(80) : nil
      let tenant = generator.chance(50) ? tenants.randomElement(using: &generator) : nil
      desired.users.append(User(name: name, email: text(), tenant: tenant, enabled: enabled))
      if generator.chance(60) { desired.passwords[name] = Secret("right") }
      guard generator.chance(60) else { continue }
      desired.usersWithDeclaredRoles.insert(name)
      for tenant in tenants {
        for role in generator.some(desired.roles.map(\.name), 30) {
          desired.assignments.append(RoleAssignment(user: name, tenant: tenant, role: role))
        }
      }
    }
    for key in generator.some(Self.services, 70) {
      desired.services.append(.make(key, description: text()))
      for region in generator.some(Self.regions, 60) {
        desired.endpoints.append(
          Endpoint(
            service: key,
            region: region,
            publicURL: url(),
            internalURL: maybeURL(),
            adminURL: maybeURL()
          )
        )
      }
    }
  }

  private mutating func declareAbsent() {
    let (roles, tenants) = (Set(desired.roles.map(\.name)), Set(desired.tenants.map(\.name)))
    let users = Set(desired.users.map(\.name))
    let services = Set(desired.services.map(\.key))
    let endpoints = Set(desired.endpoints.map(\.key))
    desired.absent.roles = Set(
      generator.some(Self.roles.filter { !roles.contains($0) && $0 != Role.memberName }, 20)
    )
    desired.absent.tenants = Set(
      generator.some(Self.tenants.filter { !tenants.contains($0) }, 20)
    )
    desired.absent.users = Set(generator.some(Self.users.filter { !users.contains($0) }, 20))
    desired.absent.assignments = Set(
      generator.some(live.assignments.subtracting(desired.assignments).sorted(), 10)
        .filter { $0.role != Role.memberName }
    )
    for key in generator.some(Self.services.filter { !services.contains($0) }, 20) {
      let isOnlyOfItsName = !services.contains { $0.name == key.name }
      let type = isOnlyOfItsName && generator.chance(50) ? nil : key.type
      desired.absent.services.insert(ServicePattern(name: key.name, type: type))
    }
    for key in Self.services {
      for region in generator.some(Self.regions, 10)
      where !endpoints.contains(EndpointKey(service: key, region: region)) {
        let pattern = ServicePattern(name: key.name, type: key.type)
        desired.absent.endpoints.insert(EndpointPattern(service: pattern, region: region))
      }
    }
  }
}
