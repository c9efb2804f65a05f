import IdentityModel

/// A live cloud as years of scripts and people leave it, the same one for the same number.
struct StrangeCloud {
  private(set) var live = LiveState()
  private var texts: StrangeTexts
  private var lastID = 0

  /// - Parameters:
  ///   - number: Which cloud.
  ///   - isCrowded: Whether there are hundreds of ordinary objects beside the strange ones.
  init(_ number: Int, isCrowded: Bool = false) {
    texts = StrangeTexts(number)
    live.roles = [Live(id: nextID(), Role(name: "admin"))]
    makePeople()
    makeCatalog()
    if isCrowded { makeCrowd() }
  }

  private mutating func makeCrowd() {
    for number in 0..<200 {
      let tenant = Tenant(name: QualifiedName("project \(number % 50)"), description: "")
      let user = User(
        name: QualifiedName("user \(number)"),
        tenant: number % 3 == 0 ? tenant.name : nil
      )
      let service = Service(type: "compute", name: Name("nova \(number)"))
      let serviceID = nextID()
      if number < 50 { live.tenants.append(Live(id: nextID(), tenant)) }
      live.users.append(Live(id: nextID(), user))
      live.assignments.insert(RoleAssignment(user: user.name, tenant: tenant.name, role: "admin"))
      live.services.append(Live(id: serviceID, service))
      let url = "http://192.0.2.\(number):8774/v2/$(tenant_id)s"
      live.endpoints.append(
        LiveEndpoint(
          id: nextID(),
          serviceID: serviceID,
          region: "regionOne",
          publicURL: URLTemplate(url)
        )
      )
    }
  }

  private mutating func nextID() -> String {
    lastID += 1
    return "id\(lastID)"
  }

  private mutating func chance(_ percent: Int) -> Bool { texts.chance(percent) }
  private mutating func pick<Item>(_ items: [Item]) -> Item { texts.pick(items) }
  private mutating func name() -> QualifiedName { QualifiedName(texts.name()) }
  private mutating func text() -> String { texts.text() }

  // MARK: People

  private mutating func makePeople() {
    for _ in 0..<pick([0, 2, 4]) { live.roles.append(Live(id: nextID(), Role(name: name()))) }
    for _ in 0..<pick([0, 2, 5]) {
      let tenant = Tenant(name: name(), description: text(), enabled: chance(80))
      live.tenants.append(Live(id: nextID(), tenant))
    }
    for _ in 0..<pick([0, 3, 6]) {
      let tenant = live.tenants.isEmpty || chance(60) ? nil : pick(live.tenants).value.name
      let email = chance(50) ? text() : nil
      let user = User(name: name(), email: email, tenant: tenant, enabled: chance(80))
      live.users.append(Live(id: nextID(), user))
      guard let tenant, chance(90) else { continue }
      live.assignments.insert(RoleAssignment(user: user.name, tenant: tenant, role: "_member_"))
    }
    for user in live.users {
      for tenant in live.tenants where chance(40) {
        let role = chance(20) ? "_member_" : pick(live.roles).value.name
        live.assignments.insert(
          RoleAssignment(user: user.value.name, tenant: tenant.value.name, role: role)
        )
      }
    }
  }

  // MARK: Catalog

  private mutating func makeCatalog() {
    let regions = [name().name, "RegionOne", "regionTwo"]
    for _ in 0..<pick([0, 3, 6]) {
      let service = Service(
        type: chance(80) ? pick(["compute", "image", "orchestration"]) : name().name,
        name: name().name,
        description: chance(70) ? text() : nil,
        isShown: chance(90)
      )
      live.services.append(Live(id: nextID(), service))
    }
    for serviceID in live.services.map(\.id) + ["gone"] {
      let url = pick(StrangeTexts.urls)
      for region in regions where chance(60) {
        for _ in 0..<pick([1, 1, 1, 1, 2]) { makeEndpoint(serviceID, region, like: url) }
      }
    }
  }

  private mutating func makeEndpoint(_ serviceID: String, _ region: Name, like url: String) {
    let others = chance(50) ? [url] : StrangeTexts.urls
    live.endpoints.append(
      LiveEndpoint(
        id: nextID(),
        serviceID: serviceID,
        region: chance(95) ? region : nil,
        publicURL: chance(95) ? URLTemplate(chance(70) ? url : pick(StrangeTexts.urls)) : nil,
        internalURL: chance(70) ? URLTemplate(pick(others)) : nil,
        adminURL: chance(70) ? URLTemplate(pick(others)) : nil,
        isShown: chance(90),
        isManageable: chance(90)
      )
    )
  }
}
