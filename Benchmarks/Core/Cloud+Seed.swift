extension Cloud {
  /// The cloud as a person would declare it.
  var seed: String {
    var text = "variables: {domain: example.com}\n\nregions:\n"
    for region in 0..<regionCount {
      text += "  \(self.region(region)):\n"
      for interface in ["public", "internal", "admin"] {
        text += "    \(interface): http://\(interface).region-\(region).${domain}\n"
      }
    }
    text += "\nroles: [admin, Member]\n\ntenants:\n"
    for tenant in 0..<tenantCount {
      text += "  \(self.tenant(tenant)): {description: The tenant number \(tenant)}\n"
    }
    text += "\nusers:\n"
    for user in 0..<userCount {
      let home = tenant(user)
      text += "  \(self.user(user)):\n    email: \(email(user))\n"
      text += "    password: {env: PASSWORD_\(user)}\n    tenant: \(home)\n"
      text += "    roles: {\(home): [Member]"
      if hasSecondTenant(user) { text += ", \(tenant(user + 1)): [admin, Member]" }
      text += "}\n"
    }
    text += "\nservices:\n"
    for service in 0..<serviceCount {
      text += "  \(self.service(service)):\n    type: \(type(service))\n"
      text += "    description: The service number \(service)\n"
      text += "    endpoints: \"\(path(service))\"\n"
    }
    return text
  }
}
