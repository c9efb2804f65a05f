internal import IdentityModel
internal import Texts

/// Holds a decoded seed against what Keystone accepts and against itself.
///
/// Each rule is one walk over one section; look-ups go through sets, so that a cloud of 100,000
/// users costs 100,000 steps.
struct SeedValidator {
  let document: SeedDocument
  var diagnostics: DiagnosticCollector
  var spelling = Spelling()
  /// What a Keystone that has v2.0 alone cannot do, each at its place.
  var version3Words: [SeedDiagnostic] = []

  /// Notes what a Keystone that has v2.0 alone cannot do.
  mutating func needVersion3(_ location: FileLocation, _ message: String, hint: String) {
    version3Words.append(
      diagnostics.diagnostic(.error, message, at: location, hint: hint)
    )
  }

  mutating func validate() {
    validateRegions()
    validateDomains()
    validateRoles()
    validateImplications()
    validateTenants()
    validateGroups()
    validateUsers()
    validateAssignments()
    validateServices()
    validateLimits()
    validateAbsent()
    validateRenames()
    if document.isEmpty, !diagnostics.hasErrors {
      diagnostics.error("the seed declares nothing", at: .start)
    }
  }

  private mutating func validateRoles() {
    for role in document.roles.entries {
      NameRule.role.check(role.name, into: &diagnostics)
      validate(role.description, of: "role", DescriptionRule.role)
      needVersion3(for: role.options, of: "role")
      guard role.name.value == Role.memberName, role.exists == nil else { continue }
      // Up to Juno Keystone adds its own `_member_`, of a fixed ID, when the first user gets a
      // default tenant. One made before, under another ID, turns that into a conflict, for ever.
      diagnostics.error(
        "_member_ is a role that Keystone makes itself",
        at: role.name.location,
        hint: "leave it out; users may still name it"
      )
    }
    warnOfLookalikes(document.roles.entries.map(\.name), as: "role")
  }

  private mutating func validateTenants() {
    for tenant in document.tenants.entries {
      NameRule.tenant.check(tenant.name, into: &diagnostics)
      if let description = tenant.description {
        DescriptionRule.tenant.check(description, into: &diagnostics)
      }
      validateTags(of: tenant)
      needVersion3(for: tenant.options, of: "tenant")
    }
    validateParents()
    warnOfLookalikes(document.tenants.entries.map(\.name), as: "tenant")
  }

  /// Notes options, which v2.0 has of nothing.
  mutating func needVersion3(for options: DeclaredOptions?, of noun: String) {
    guard let options else { return }
    needVersion3(
      options.location,
      "v2.0 has no options of a \(noun), v3 has",
      hint: "leave them out where v2.0 is spoken"
    )
  }

  private mutating func validateTags(of tenant: TenantEntry) {
    guard let tags = tenant.tags else { return }
    needVersion3(
      tags.location,
      "v2.0 has no tags, v3 has",
      hint: "leave them out where v2.0 is spoken"
    )
    for tag in tags.value { NameRule.tag.check(tag, into: &diagnostics) }
  }

  private mutating func validateUsers() {
    let parts = DeclaredParts(document)
    let groups = Declared(document.groups.entries.map(\.name.value), of: document.groups)
    let users = document.users.entries
    // Field by field: a copy of all that a user has costs as much as half of what is done with it.
    for index in users.indices {
      let name = users[index].name
      NameRule.user.check(name, into: &diagnostics)
      validate(users[index].description, of: "user", DescriptionRule.user)
      if let email = users[index].email, email.value.isEmpty {
        diagnostics.error("the e-mail is empty", at: email.location, hint: "leave the key out")
      }
      if let password = users[index].password { validate(password) }
      needVersion3(for: users[index].options, of: "user")
      if let tenant = users[index].tenant {
        requireInDomain(tenant, in: parts.tenants, as: "tenant")
      }
      validate(groups: users[index].groups, among: groups)
      validate(users[index].roles, of: .user(name.value), among: parts)
    }
    warnOfLookalikes(document.users.entries.map(\.name), as: "user")
  }

  /// A description of what v2.0 has none for.
  mutating func validate(_ text: Located<String>?, of noun: String, _ rule: DescriptionRule) {
    guard let text else { return }
    rule.check(text, into: &diagnostics)
    needVersion3(
      text.location,
      "v2.0 has no description of a \(noun), v3 has",
      hint: "leave it out where v2.0 is spoken"
    )
  }

  private mutating func validate(_ password: Located<DeclaredPassword>) {
    guard case .literal(let secret) = password.value.source else { return }
    switch PasswordRule.finding(in: secret) {
    case .error(let message): diagnostics.error(message, at: password.location)
    case .warning(let message): diagnostics.warning(message, at: password.location)
    case nil: break
    }
  }
}
