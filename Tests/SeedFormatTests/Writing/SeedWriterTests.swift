import IdentityModel
import Testing
import Texts

@testable import SeedFormat

@Suite struct SeedWriterTests {
  private func text(_ desired: DesiredState, passwords: [QualifiedName: String] = [:]) -> String {
    SeedWriter(desired, passwordVariables: passwords).text
  }

  @Test func `nothing desired is nothing written`() {
    #expect(text(DesiredState()).isEmpty)
  }

  @Test func `each section holds its entries in the order of their names`() {
    var desired = DesiredState()
    desired.roles = [Role(name: "admin"), Role(name: "Member")]
    desired.tenants = [
      Tenant(name: "service", description: "a: ${b}", enabled: false), Tenant(name: "admin"),
    ]
    desired.users = [
      User(name: "nova", email: "nova@example.com", tenant: "service", enabled: false),
      User(name: "bob"), User(name: "ann"),
    ]
    desired.usersWithDeclaredRoles = ["nova", "ann", "bob"]
    desired.assignments = [
      RoleAssignment(user: "nova", tenant: "service", role: "admin"),
      RoleAssignment(user: "nova", tenant: "service", role: "Member"),
      RoleAssignment(user: "ann", tenant: "service", role: "Member"),
      RoleAssignment(user: "ann", tenant: "admin", role: "admin"),
    ]
    #expect(
      text(desired, passwords: ["nova": "NOVA_PASSWORD"]) == """
        roles: [Member, admin]

        tenants:
          admin:
          service:
            description: "a: $${b}"
            enabled: false

        users:
          ann:
            roles:
              admin: [admin]
              service: [Member]
          bob:
            roles: {}
          nova:
            email: nova@example.com
            password: {env: NOVA_PASSWORD}
            tenant: service
            enabled: false
            roles: {service: [Member, admin]}

        """
    )
  }

  @Test func `options are written, one on the line and more below it`() {
    var desired = DesiredState()
    desired.roles = [
      Role(name: "r", options: ResourceOptions([.immutable: .flag(true)])), Role(name: "s"),
    ]
    desired.users = [
      User(
        name: "u",
        options: ResourceOptions([
          .locksPassword: .flag(false),
          .factorRules: .rules([["password", "totp"], ["password"]]),
        ])
      ),
      User(name: "v", options: ResourceOptions([.factorRules: .rules([])])),
    ]
    #expect(
      text(desired) == """
        roles:
          r:
            options: {immutable: true}
          s:

        users:
          u:
            options:
              lock_password: false
              multi_factor_auth_rules:
                - [password, totp]
                - [password]
          v:
            options: {multi_factor_auth_rules: []}

        """
    )
  }

  @Test func `roles that imply others say so, those of other domains with theirs`() {
    var desired = DesiredState()
    desired.domains = [Domain(name: "alpine")]
    let (lead, own) = (QualifiedName("lead", of: "alpine"), QualifiedName("reader", of: "alpine"))
    desired.roles = ["reader", "member", lead, own].map { Role(name: $0) }
    desired.implications = [
      Implication("member", implies: "reader"), Implication(lead, implies: "reader"),
      Implication(lead, implies: own), Implication(lead, implies: "member"),
    ]
    desired.rolesWithDeclaredImplications = ["member", lead]
    #expect(
      text(desired) == """
        roles:
          member:
            implies: [reader]
          reader:

        domains:
          alpine:
            roles:
              lead:
                implies:
                  - member
                  - {name: reader, domain: ""}
                  - reader
              reader:

        """
    )
  }

  @Test func `over v3 tenants are called projects`() {
    var desired = DesiredState()
    desired.tenants = [Tenant(name: "service")]
    desired.users = [User(name: "nova", tenant: "service")]
    #expect(
      SeedWriter(desired, passwordVariables: [:], saysProjects: true).text == """
        projects:
          service:

        users:
          nova:
            project: service

        """
    )
  }

  @Test func `a long list of roles takes a line for each`() {
    var desired = DesiredState()
    desired.roles = (10...30).map { Role(name: QualifiedName("role-\($0)")) }
    #expect(text(desired).hasPrefix("roles:\n  - role-10\n  - role-11\n"))
  }

  @Test func `what is written asks for what was to be written`() {
    var desired = DesiredState()
    desired.roles = [Role(name: "$${x}")]
    desired.tenants = [Tenant(name: "007", description: "$${${")]
    desired.users = [User(name: "- a: 'b\"", email: "${env:HOME}", tenant: "007")]
    desired.usersWithDeclaredRoles = ["- a: 'b\""]
    desired.assignments = [RoleAssignment(user: "- a: 'b\"", tenant: "007", role: "$${x}")]
    desired.services = [Service(type: "a#b", name: "${c}", description: "\n")]
    let reading = Seed.load(text(desired))
    #expect(reading.diagnostics == [])
    #expect(reading.desired == desired)
  }
}
