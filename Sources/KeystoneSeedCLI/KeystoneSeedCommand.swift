import ArgumentParser

/// The root of the commands.
struct KeystoneSeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keystone-seed",
    abstract: "Give a Keystone the tenants, users, roles and catalog that a file declares.",
    discussion: """
      The file is the seed:

        regions:
          regionOne:
            public: http://203.0.113.10
            admin: http://10.1.0.10
        roles: [admin]
        tenants:
          admin: {description: Cloud administration}
        users:
          admin: {password: {env: ADMIN_PASSWORD}, roles: {admin: [admin]}}
        services:
          keystone:
            type: identity
            endpoints: {public: ":5000/v2.0", admin: ":35357/v2.0"}

      Run again, it changes nothing:

        $ export OS_SERVICE_ENDPOINT=http://203.0.113.10:35357/v2.0
        $ export OS_SERVICE_TOKEN=...
        $ keystone-seed plan keystone-seed.yaml
        $ keystone-seed apply keystone-seed.yaml

      No secret is taken from the command line, where every user of the machine can read it, \
      except a token; and that is better left to OS_SERVICE_TOKEN.
      """,
    version: Version.lines,
    subcommands: [
      ValidateCommand.self, PlanCommand.self, ApplyCommand.self, VerifyCommand.self,
      ShowCommand.self, DumpCommand.self, CredentialsCommand.self, ManualCommand.self,
    ],
    groupedSubcommands: [
      CommandGroup(
        name: "List",
        subcommands: [
          UserListCommand.self, TenantListCommand.self, ProjectListCommand.self,
          RoleListCommand.self, ServiceListCommand.self, EndpointListCommand.self,
          UserRoleListCommand.self, RegionListCommand.self, DomainListCommand.self,
          GroupListCommand.self, AssignmentListCommand.self, CatalogCommand.self,
        ]
      ),
      CommandGroup(
        name: "Get, as in 2014",
        subcommands: [
          UserGetCommand.self, TenantGetCommand.self, RoleGetCommand.self,
          ServiceGetCommand.self, EndpointGetCommand.self, TokenGetCommand.self,
        ]
      ),
    ]
  )
}
