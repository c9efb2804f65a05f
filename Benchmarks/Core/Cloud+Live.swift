import IdentityModel

extension Cloud {
  /// What a Keystone holds that was seeded once and has drifted since.
  ///
  /// One user in a hundred is missing, one in fifty has another e-mail, one in two hundred is
  /// disabled, one in a hundred lost a role, and as many strangers are there as users are missing.
  var live: LiveState {
    var live = LiveState()
    live.roles = ["admin", "Member", "_member_"].enumerated().map { index, name in
      Live(id: id("role", index), Role(name: QualifiedName(name)))
    }
    live.tenants = (0..<tenantCount).map { index in
      let tenant = Tenant(
        name: QualifiedName(tenant(index)),
        description: "The tenant number \(index)",
        enabled: true
      )
      return Live(id: id("tenant", index), tenant)
    }
    for index in 0..<userCount {
      if index % 100 == 7 {
        live.users.append(Live(id: id("other", index), User(name: QualifiedName("other-\(index)"))))
      } else {
        live.users.append(Live(id: id("user", index), liveUser(index)))
      }
    }
    live.assignments = liveAssignments
    addCatalog(to: &live)
    return live
  }

  private func liveUser(_ index: Int) -> User {
    User(
      name: QualifiedName(user(index)),
      email: index % 50 == 3 ? "old-\(index)@example.com" : email(index),
      tenant: QualifiedName(tenant(index)),
      enabled: index % 200 != 11
    )
  }

  private var liveAssignments: Set<RoleAssignment> {
    var assignments: Set<RoleAssignment> = []
    assignments.reserveCapacity(userCount * 3)
    for index in 0..<userCount where index % 100 != 7 {
      let user = QualifiedName(user(index))
      let home = QualifiedName(tenant(index))
      assignments.insert(RoleAssignment(user: user, tenant: home, role: Role.memberName))
      if index % 100 != 13 {
        assignments.insert(RoleAssignment(user: user, tenant: home, role: "Member"))
      }
      guard hasSecondTenant(index) else { continue }
      let second = QualifiedName(tenant(index + 1))
      assignments.insert(RoleAssignment(user: user, tenant: second, role: "admin"))
      assignments.insert(RoleAssignment(user: user, tenant: second, role: "Member"))
    }
    return assignments
  }

  /// One service has another description, and one endpoint in a hundred another URL.
  private func addCatalog(to live: inout LiveState) {
    for service in 0..<serviceCount {
      let row = Service(
        type: Name(type(service)),
        name: Name(self.service(service)),
        description: service == 5 ? "Old" : "The service number \(service)"
      )
      live.services.append(Live(id: id("service", service), row))
      for region in 0..<regionCount {
        let port = service % 10 == region && service % 10 == 3 ? ":1/v1" : path(service)
        live.endpoints.append(
          LiveEndpoint(
            id: id("endpoint", service * regionCount + region),
            serviceID: id("service", service),
            region: Name(self.region(region)),
            publicURL: URLTemplate(base("public", region) + port),
            internalURL: URLTemplate(base("internal", region) + path(service)),
            adminURL: URLTemplate(base("admin", region) + path(service))
          )
        )
      }
    }
  }

  /// 32 characters, as Keystone's own have.
  private func id(_ kind: String, _ index: Int) -> String {
    let number = String(index)
    return kind + String(repeating: "0", count: 32 - kind.utf8.count - number.utf8.count) + number
  }
}
