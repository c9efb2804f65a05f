import IdentityModel
import TestSupport
import Texts

/// A live cloud and a seed for it, made up from a small world so that they meet often.
struct GeneratedCloud {
  private(set) var tables: KeystoneTables
  private(set) var desired = DesiredState()
  private var random: SeededGenerator

  private static let names: [QualifiedName] = ["a", "b", "c", "é", "e\u{301}", "ß.|,"]
  private static let regions: [Name] = ["regionOne", "regionTwo", "RegionOne"]
  private static let services = ["compute", "compute2"].flatMap { type in
    ["nova", "heat"].map { ServiceKey(type: Name(type), name: $0) }
  }
  private static let texts = ["", "one", "two"]

  init(seed: Int) {
    random = SeededGenerator(seed: seed)
    tables = KeystoneTables(seed: seed)
    addLivePeople()
    addLiveCatalog()
    addSeedPeople()
    addSeedCatalog()
    addRegions()
  }

  private mutating func pick<Item>(_ items: [Item], _ probability: Double) -> [Item] {
    items.filter { _ in random.chance(probability) }
  }

  private mutating func maybe<Item>(_ items: [Item], _ probability: Double = 0.6) -> Item? {
    random.chance(probability) ? items.randomElement(using: &random) : nil
  }

  // MARK: Regions

  /// Those that endpoints are in on both sides, and one of which they are parts.
  private mutating func addRegions() {
    if random.chance(0.5) { tables.regions["emea"] = Region(name: "emea", description: "one") }
    let used = Set(desired.endpoints.map(\.region)).sorted()
    desired.regions = [Region(name: "emea", description: maybe(Self.texts))]
    desired.regions += used.map { region in
      Region(name: region, description: maybe(Self.texts, 0.3), parent: maybe(["emea"], 0.3))
    }
  }

  // MARK: Live

  private mutating func addLivePeople() {
    for name in pick(Self.names, 0.5) { tables.add(roles: name) }
    for name in pick(Self.names, 0.5) {
      tables.add(
        Tenant(name: name, description: maybe(Self.texts), enabled: maybe([true, false]))
      )
    }
    let tenants = tables.tenants.values.map(\.name).sorted()
    for name in pick(Self.names, 0.5) {
      let user = User(
        name: name,
        email: maybe(Self.texts),
        tenant: maybe(tenants),
        enabled: maybe([true, false], 0.3)
      )
      tables.add(user, password: maybe(["one", "two"].map { Secret($0) }))
    }
    let users = tables.users.values.map(\.user.name).sorted()
    let roles = tables.roles.values.map(\.name).sorted()
    for user in users {
      for tenant in pick(tenants, 0.5) {
        for role in pick(roles, 0.4) {
          tables.add(RoleAssignment(user: user, tenant: tenant, role: role))
        }
      }
    }
  }

  private mutating func addLiveCatalog() {
    for key in Self.services {
      for number in 0..<([0, 1, 1, 2].randomElement(using: &random) ?? 0) {
        let id = "\(key.name)-\(key.type)-\(number)"
        var service = Service.make(key, description: maybe(Self.texts))
        service.isShown = !random.chance(0.1)
        tables.add(service, id: id)
        for region in pick(Self.regions, 0.5) {
          for copy in 0..<([1, 1, 1, 2].randomElement(using: &random) ?? 0) {
            var row = LiveEndpoint.make(
              endpoint(EndpointKey(service: key, region: region)),
              id: "\(id)-\(region)-\(copy)",
              on: id,
              isManageable: !random.chance(0.05)
            )
            row.isShown = !random.chance(0.1)
            tables.add(row)
          }
        }
      }
    }
  }

  private mutating func endpoint(_ key: EndpointKey) -> Endpoint {
    let urls = ["http://one/$(tenant_id)s", "http://one/%(tenant_id)s", "http://two/"]
      .map { URLTemplate($0) }
    return Endpoint(
      service: key.service,
      region: key.region,
      publicURL: maybe(urls, 1) ?? URLTemplate(""),
      internalURL: maybe(urls),
      adminURL: maybe(urls)
    )
  }

  // MARK: The seed

  private mutating func addSeedPeople() {
    desired.roles = pick(Self.names, 0.5).map { Role(name: $0) }
    for name in pick(Self.names, 0.5) {
      desired.tenants.append(
        Tenant(name: name, description: maybe(Self.texts), enabled: maybe([true, false]))
      )
    }
    let tenants = desired.tenants.map(\.name)
    let roles = desired.roles.map(\.name)
    for name in pick(Self.names, 0.5) {
      desired.users.append(
        User(
          name: name,
          email: maybe(Self.texts),
          tenant: maybe(tenants),
          enabled: maybe([true, false], 0.3)
        )
      )
      desired.passwords[name] = maybe(["one", "two"].map { Secret($0) })
      guard random.chance(0.7) else { continue }
      desired.usersWithDeclaredRoles.insert(name)
      for tenant in pick(tenants, 0.5) {
        for role in pick(roles, 0.5) {
          desired.assignments.append(RoleAssignment(user: name, tenant: tenant, role: role))
        }
      }
    }
    let declared = Set(desired.roles.map(\.name) + tenants + desired.users.map(\.name))
    let others = Self.names.filter { !declared.contains($0) }
    desired.absent.roles = Set(pick(others, 0.3))
    desired.absent.tenants = Set(pick(others, 0.3))
    desired.absent.users = Set(pick(others, 0.3))
  }

  private mutating func addSeedCatalog() {
    for key in pick(Self.services, 0.6) {
      desired.services.append(.make(key, description: maybe(Self.texts)))
      for region in pick(Self.regions, 0.6) {
        desired.endpoints.append(endpoint(EndpointKey(service: key, region: region)))
      }
    }
    let declared = Set(desired.services.map(\.key))
    for key in pick(Self.services.filter { !declared.contains($0) }, 0.3) {
      desired.absent.services.insert(ServicePattern(name: key.name, type: key.type))
    }
  }
}
