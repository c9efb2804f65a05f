import KeystoneClient
import Testing

/// What people make over v3 on a Keystone, object by object, the same for the same number; what Keystone
/// refuses is not there.
struct StrangeVersion3Cloud {
  private let client: V3Client
  private var texts: StrangeTexts
  /// The IDs of the domains, the default one first.
  private var domains = ["default"]
  private var roles: [(id: String, domain: String?)] = []
  private var projects: [(id: String, domain: String)] = []
  private var actors: [(actor: V3Actor, domain: String)] = []

  /// - Parameters:
  ///   - number: Which cloud.
  ///   - client: Who makes it.
  init(_ number: Int, by client: V3Client) {
    self.client = client
    texts = StrangeTexts(number)
  }

  /// Makes all of it.
  mutating func make() async throws {
    for _ in 0..<texts.pick([0, 1, 2, 3]) {
      let new = V3NewDomain(
        name: texts.name(),
        description: maybe(60),
        enabled: texts.chance(80)
      )
      if let id = try await unlessRefused({ try await client.createDomain(new).id }) {
        domains.append(id)
      }
    }
    try await makeRoles()
    for domain in domains { try await makePeople(in: domain) }
    try await makeGrants()
    try await makeCatalog()
  }

  // MARK: People

  private mutating func makeRoles() async throws {
    for role in try await client.roles() { roles.append((role.id, nil)) }
    for _ in 0..<texts.pick([0, 2, 4]) {
      // A role of the default domain has no word in a seed, which the dump says.
      let domain = texts.chance(60) ? nil : texts.pick(domains)
      let new = V3NewRole(name: texts.name(), domainID: domain, description: maybe(40))
      if let id = try await unlessRefused({ try await client.createRole(new).id }) {
        roles.append((id, domain))
      }
    }
    for _ in 0..<texts.pick([0, 1, 3]) {
      let pair = V3Implication(priorID: texts.pick(roles).id, impliedID: texts.pick(roles).id)
      try await unlessRefused { try await client.createImplication(pair) }
    }
  }

  private mutating func makePeople(in domain: String) async throws {
    var own: [String] = []
    for _ in 0..<texts.pick([0, 2, 5]) {
      let new = V3NewProject(
        name: texts.name(),
        domainID: domain,
        parentID: own.isEmpty || texts.chance(50) ? nil : texts.pick(own),
        description: maybe(50),
        enabled: texts.chance(85),
        tags: texts.chance(70) ? nil : [texts.text(), "lab"]
      )
      if let id = try await unlessRefused({ try await client.createProject(new).id }) {
        own.append(id)
        projects.append((id, domain))
      }
    }
    var users: [String] = []
    for _ in 0..<texts.pick([0, 2, 4]) {
      let new = V3NewUser(
        name: texts.name(),
        domainID: domain,
        email: maybe(50),
        description: maybe(30),
        defaultProjectID: projects.isEmpty || texts.chance(60) ? nil : texts.pick(projects).id,
        enabled: texts.chance(80)
      )
      if let id = try await unlessRefused({ try await client.createUser(new).id }) {
        users.append(id)
        actors.append((.user(id), domain))
      }
    }
    for _ in 0..<texts.pick([0, 1, 3]) {
      let new = V3NewGroup(name: texts.name(), domainID: domain, description: maybe(50))
      guard let id = try await unlessRefused({ try await client.createGroup(new).id }) else {
        continue
      }
      actors.append((.group(id), domain))
      for user in actors where texts.chance(30) {
        guard case .user(let user) = user.actor else { continue }
        try await client.addUser(user, toGroup: id)
      }
    }
  }

  private mutating func makeGrants() async throws {
    for (actor, _) in actors {
      for _ in 0..<texts.pick([0, 1, 3]) {
        let scopes: [V3GrantScope] =
          [.system, .domain(texts.pick(domains)), .projectsOfDomain(texts.pick(domains))]
          + (projects.isEmpty
            ? [] : [.project(texts.pick(projects).id), .projectsBelow(texts.pick(projects).id)])
        let grant = V3Grant(actor, texts.pick(scopes), roleID: texts.pick(roles).id)
        try await unlessRefused { try await client.grant(grant) }
      }
    }
  }

  // MARK: Catalog

  private mutating func makeCatalog() async throws {
    var regions: [String] = []
    for _ in 0..<texts.pick([0, 1, 3]) {
      let parent = regions.isEmpty || texts.chance(50) ? nil : texts.pick(regions)
      let new = V3NewRegion(id: texts.name(), description: maybe(50), parentID: parent)
      if !new.id.isEmpty, try await unlessRefused({ try await client.createRegion(new) }) != nil {
        regions.append(new.id)
      }
    }
    for _ in 0..<texts.pick([0, 2, 4]) {
      let new = V3NewService(
        type: texts.chance(80) ? texts.pick(["compute", "image", "dns"]) : texts.name(),
        name: texts.chance(90) ? texts.name() : nil,
        description: maybe(50),
        enabled: texts.chance(85)
      )
      guard let id = try await unlessRefused({ try await client.createService(new).id }) else {
        continue
      }
      for _ in 0..<texts.pick([0, 1, 2, 4]) {
        let row = V3NewEndpoint(
          serviceID: id,
          interface: texts.pick(["public", "public", "internal", "admin"]),
          regionID: regions.isEmpty || texts.chance(10) ? nil : texts.pick(regions),
          url: texts.pick(StrangeTexts.urls),
          enabled: texts.chance(85)
        )
        try await unlessRefused { try await client.createEndpoint(row) }
      }
    }
  }

  /// Changes and takes away some of what is there, as people do behind a seed's back.
  mutating func spoil() async throws {
    for (actor, _) in actors where texts.chance(25) {
      switch actor {
      case .user(let id): try await client.deleteUser(id: id)
      case .group(let id): try await client.deleteGroup(id: id)
      }
    }
    for grant in try await client.grants() where texts.chance(20) {
      guard case .user(let id) = grant.actor, try await client.user(id: id).name == "admin" else {
        try await client.revoke(grant)
        continue
      }
    }
    for (id, _) in projects where texts.chance(30) {
      _ = try await unlessRefused {
        try await client.updateProject(id: id, V3ProjectUpdate(description: .value("spoiled")))
      }
    }
    for row in try await client.endpoints() where texts.chance(30) {
      guard row.url.contains(":9292") || row.url.contains(":8774") else { continue }
      try await client.updateEndpoint(id: row.id, V3EndpointUpdate(url: "http://spoiled:1"))
    }
  }

  private mutating func maybe(_ percent: Int) -> String? {
    texts.chance(percent) ? texts.text() : nil
  }
}
