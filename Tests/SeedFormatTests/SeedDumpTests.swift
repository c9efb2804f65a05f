import IdentityModel
import TestSupport
import Testing

@testable import SeedFormat

@Suite struct SeedDumpTests {
  @Test func `a cloud without anything to declare has no dump`() {
    var live = LiveState()
    live.roles = [Live(id: "r", Role(name: "_member_"))]
    live.endpoints = [.make("e", serviceID: "gone")]
    #expect(SeedDump(live, address: "http://h") == nil)
  }

  @Test func `comments say where it is from, what it needs and what it lacks`() throws {
    var live = LiveState.nova
    live.services.append(Live(id: "s2", Service(type: "a\nb: x", name: "image")))
    live.endpoints[0].isManageable = false
    let dump = try #require(SeedDump(live, address: "http://h:35357/v2.0\n"))
    #expect(
      dump.text == """
        # What the Keystone at http://h:35357/v2.0\\n holds, found by keystone-seed dump.
        #
        # Passwords cannot be read back. Each of these variables is to hold the one that its user
        # has; apply would change it to anything else. --no-verify-passwords leaves passwords alone.
        #
        #   NOVA_PASSWORD   nova
        #
        # The role _member_ in a user's default tenant goes without saying: Keystone grants it.

        regions:
          RegionOne:
            public: http://a

        roles: [admin]

        tenants:
          service:

        users:
          nova:
            password: {env: NOVA_PASSWORD}
            tenant: service
            roles: {service: [admin]}

        services:
          nova:
            type: compute
            endpoints: ":8774/v2/$(tenant_id)s"

        # Left out, since a seed cannot say it; plan and apply leave it alone:
        #
        #   service "a\\nb: x/image" cannot be declared: a service's type can't hold control characters or line ends
        #     id s2

        # Worth knowing of what is declared above:
        #
        #   endpoint compute/nova in RegionOne was made through v3: v2.0 can neither change nor delete it
        #     id e1, public http://a:8774/v2/$(tenant_id)s

        """
    )
    #expect(dump.leftOutCount == 1)
    #expect(dump.passwordVariables == ["NOVA_PASSWORD"])
    #expect(Seed.load(dump.text).diagnostics == [])
  }

  @Test func `a dump without passwords declares none and needs no variables`() throws {
    let dump = try #require(SeedDump(.nova, address: "http://h", declaresPasswords: false))
    #expect(dump.passwordVariables == [])
    #expect(!dump.text.lowercased().contains("password"))
    #expect(dump.text.contains("  nova:\n    tenant: service\n"))
    #expect(Seed.load(dump.text).diagnostics == [])
  }

  @Test func `users in a directory have no passwords, and those of the database beside them do`()
    throws
  {
    var live = LiveState()
    live.users = ["ann", QualifiedName("bob", of: "corp")].map { name in
      Live(id: "id-\(name)", User(name: name, email: "a@example.com"))
    }
    live.domains = [Live(id: "d", Domain(name: "corp"))]
    live.directories = [Directory(.user, of: "corp")]
    let dump = try #require(SeedDump(live, address: "http://h", saysProjects: true))
    #expect(dump.passwordVariables == ["ANN_PASSWORD"])
    #expect(dump.text.contains("      bob:\n        email: a@example.com\n"), "\(dump.text)")
    #expect(Seed.load(dump.text).diagnostics == [])
  }

  @Test func `a cloud without users needs no variables`() throws {
    var live = LiveState()
    live.roles = [Live(id: "r", Role(name: "admin"))]
    let dump = try #require(SeedDump(live, address: "http://h"))
    #expect(
      dump.text == """
        # What the Keystone at http://h holds, found by keystone-seed dump.

        roles: [admin]

        """
    )
  }

  @Test func `over v3 nothing comes by itself, and the comments say what a seed has no word for`()
    throws
  {
    var live = LiveState.nova.asRowsOfInterfaces
    live.roles.removeAll { $0.value.name == "_member_" }
    live.assignments = live.assignments.filter { $0.role != "_member_" }
    let others = [
      UnsayableObject("group", "o\np", "is one of v3's groups"),
      UnsayableObject("region", "RegionOne", "has a description", isDetail: true),
    ]
    let dump = try #require(
      SeedDump(
        live,
        address: "http://h",
        declaresPasswords: false,
        memberRole: nil,
        others: others
      )
    )
    #expect(
      dump.text == """
        # What the Keystone at http://h holds, found by keystone-seed dump.

        regions:
          RegionOne:
            public: http://a

        roles: [admin]

        tenants:
          service:

        users:
          nova:
            tenant: service
            roles: {service: [admin]}

        services:
          nova:
            type: compute
            endpoints: ":8774/v2/$(tenant_id)s"

        # Left out, since a seed cannot say it; plan and apply leave it alone:
        #
        #   group "o\\np" is one of v3's groups

        # Worth knowing of what is declared above:
        #
        #   region RegionOne has a description

        """
    )
    #expect(dump.leftOutCount == 1)
    #expect(Seed.load(dump.text).diagnostics == [])
  }
}
