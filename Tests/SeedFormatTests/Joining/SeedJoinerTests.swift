import IdentityModel
import Testing
import Texts

@testable import SeedFormat

/// Several files as one seed.
@Suite struct SeedJoinerTests {
  private static func load(_ seeds: [String]) -> SeedReading {
    Seed.load(
      zip("abcdefgh", seeds).map { name, seed in
        SeedText(
          name: "\(name).yaml",
          directory: "/\(name)",
          workingDirectory: "/\(name)",
          bytes: Array(seed.utf8)
        )
      }
    )
  }

  private static func lines(_ seeds: String...) -> [String] {
    load(seeds).diagnostics.map(\.description)
  }

  @Test func `members of all files are in a group`() throws {
    let reading = Self.load([
      "users: {ann: , bob: }\ngroups: {ops: {members: [ann]}}",
      "groups: {ops: {members: [ann, bob]}}\nusers: {ann: {groups: [audit]}}",
      "groups: {audit: }\nusers: {ann: {groups: [audit, ops]}}",
    ])
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    #expect(
      reading.desired?.memberships.map(\.description) == [
        "ann in ops", "bob in ops", "ann in audit",
      ]
    )
  }

  @Test func `options of all files are merged by name`() {
    let reading = Self.load([
      "users: {u: {options: {lock_password: true}}}\nroles: [r]",
      "users: {u: {options: {lock_password: true, ignore_password_expiry: absent}}}",
      "roles: {r: {options: {immutable: true}}}",
    ])
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    #expect(
      reading.desired?.users.map(\.options) == [
        ResourceOptions([.locksPassword: .flag(true), .ignoresExpiry: .absent])
      ]
    )
    #expect(reading.desired?.roles.first?.isImmutable == true)
    let lines = Self.lines(
      "projects: {p: {options: {immutable: true}}}",
      "projects: {p: {options: {immutable: absent}}}"
    )
    #expect(lines.count == 1 && lines[0].contains("tenant \"p\" has another value of immutable"))
  }

  @Test func `what all files say of a role is implied`() throws {
    let reading = Self.load([
      "roles: {a: {implies: [b]}, b: , c: }", "roles: {a: {implies: [b, c]}}",
      "roles: [a]\nabsent: {implications: [{role: c, implies: b}]}",
    ])
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    let desired = try #require(reading.desired)
    #expect(desired.implications.map(\.description) == ["a implies b", "a implies c"])
    #expect(desired.absent.implications.map(\.description) == ["c implies b"])
  }

  @Test func `files agree on a group`() {
    let lines = Self.lines("groups: {ops: {description: a}}", "groups: {ops: {description: b}}")
    #expect(lines.count == 1 && lines[0].contains("group \"ops\" has another description"))
  }

  @Test func `sections and fields of all files are one seed`() throws {
    let reading = Self.load([
      """
      regions: {one: {public: 'http://1'}}
      roles: [admin]
      tenants: {service: {description: Services}}
      """,
      """
      regions: {one: {internal: 'http://i'}, two: {public: 'http://2'}}
      roles: [admin, Member]
      tenants: {service: {enabled: true}, ops: }
      users: {nova: {email: n@x.org, roles: {service: [admin]}}}
      services: {nova: {type: compute, endpoints: ':8774'}}
      """,
      """
      users:
        nova: {tenant: ops, roles: {service: [Member, admin], ops: [Member]}}
        glance: {roles: {}}
      services: {nova: {description: Compute, name: n}}
      absent: {users: [demo]}
      """,
      "absent: {users: [demo, other]}",
    ])
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    let desired = try #require(reading.desired)
    #expect(desired.roles.map(\.name) == ["admin", "Member"])
    #expect(
      desired.tenants
        == [Tenant(name: "service", description: "Services", enabled: true), Tenant(name: "ops")]
    )
    #expect(
      desired.users
        == [User(name: "nova", email: "n@x.org", tenant: "ops"), User(name: "glance")]
    )
    #expect(
      desired.assignments == [
        RoleAssignment(user: "nova", tenant: "service", role: "admin"),
        RoleAssignment(user: "nova", tenant: "service", role: "Member"),
        RoleAssignment(user: "nova", tenant: "ops", role: "Member"),
      ]
    )
    #expect(desired.usersWithDeclaredRoles == ["nova", "glance"])
    #expect(
      desired.services == [Service(type: "compute", name: "n", description: "Compute")]
    )
    let urls = desired.endpoints.map { [$0.publicURL?.text, $0.internalURL?.text] }
    #expect(urls == [["http://1:8774", "http://i:8774"], ["http://2:8774", nil]])
    #expect(desired.absent.users == ["demo", "other"])
  }

  @Test func `the same said twice is said once`() throws {
    let seed = """
      x-any: &any {public: 'http://h'}
      variables: {v: text}
      regions: {one: *any}
      roles: [admin]
      tenants: {t: {description: "${v}", enabled: false}}
      users: {u: {email: a@b, password: {command: [/bin/p]}, tenant: t, roles: {t: [admin]}}}
      services: {s: {type: y, description: d, endpoints: {public: '/$(tenant_id)s'}}}
      absent: {tenants: [x], endpoints: [{service: s, region: two}]}
      """
    let once = try #require(Self.load([seed]).desired)
    let other = seed.replacing("$(tenant_id)s", with: "%(tenant_id)s")
      .replacing("command: [/bin/p]", with: "file: /secret")
    let first = seed.replacing("command: [/bin/p]", with: "file: /secret")
    let reading = Self.load([first, other])
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    #expect(reading.desired == once)
  }

  @Test func `what two files say differently is an error with both places`() {
    let hint = "(files of one seed may say the same twice, but nothing else)"
    #expect(
      Self.lines(
        """
        variables: {v: one}
        regions: {r: {public: 'http://1'}}
        tenants: {t: {description: one, enabled: true}, s: }
        users: {u: {email: a@b, password: one, tenant: t}}
        services: {s: {type: one, name: n, description: one, endpoints: ':1/${v}'}}
        """,
        """
        variables: {v: two}
        regions: {r: {public: 'http://2'}}
        tenants: {t: {description: two, enabled: false}}
        users: {u: {email: b@b, password: two, tenant: s}}
        services: {s: {type: two, name: m, description: two, endpoints: {r: {public: ':2'}}}}
        """
      ) == [
        "b.yaml:1:16: error: the variable \"v\" has another value in a.yaml:1:16 \(hint)",
        "b.yaml:2:23: error: region \"r\" has another public base URL in a.yaml:2:23 \(hint)",
        "b.yaml:3:28: error: tenant \"t\" has another description in a.yaml:3:28 \(hint)",
        "b.yaml:3:42: error: tenant \"t\" has another value of enabled in a.yaml:3:42 \(hint)",
        "b.yaml:4:20: error: user \"u\" has another email in a.yaml:4:20 \(hint)",
        "b.yaml:4:35: error: user \"u\" has another password in a.yaml:4:35 \(hint)",
        "b.yaml:4:48: error: user \"u\" has another tenant in a.yaml:4:48 \(hint)",
        "b.yaml:5:22: error: service \"s\" has another type in a.yaml:5:22 \(hint)",
        "b.yaml:5:33: error: service \"s\" has another name in a.yaml:5:33 \(hint)",
        "b.yaml:5:49: error: service \"s\" has another description in a.yaml:5:49 \(hint)",
        "b.yaml:5:78: error: endpoint one/n in r has another public URL in a.yaml:5:65 \(hint)",
      ]
    )
  }

  @Test(
    arguments: [
      ("{env: A}", "{env: A, set: once}", false), ("{env: A}", "{env: A}", true),
      ("{file: p}", "{file: p}", false), ("{file: p}", "{file: ../a/p}", false),
      ("{file: /p}", "{file: /p}", true), ("{command: [p]}", "{command: [p]}", false),
      ("a", "{value: a}", true), ("'caf\u{E9}'", "'cafe\u{301}'", false),
    ]
  )
  func `a password is the same only from the same place`(
    first: String,
    other: String,
    isSame: Bool
  ) {
    let reading = Self.load([first, other].map { "users: {u: {password: \($0)}}" })
    #expect(reading.diagnostics.isEmpty == isSame)
    #expect(!reading.diagnostics.map(\.description).joined().contains("caf"))
  }

  @Test func `paths and commands begin at their own file`() {
    let reading = Self.load([
      "users: {u: {password: {file: secret}}}",
      "users: {v: {password: {file: secret}}, w: {password: {command: [./p]}}}",
    ])
    #expect(reading.passwordSources["u"]?.value == .file("/a/secret"))
    #expect(reading.passwordSources["v"]?.value == .file("/b/secret"))
    #expect(reading.passwordSources["w"]?.value == .command(["./p"], directory: "/b"))
    #expect(reading.passwordSources["w"]?.location == FileLocation(line: 1, column: 54, file: 1))
    #expect(reading.files == ["a.yaml", "b.yaml"])
  }

  @Test func `names and variables are looked up in all files, and missed where they are named`() {
    #expect(
      Self.lines(
        "users: {u: {tenant: servic, email: '${mail}', roles: {service: [admin]}}}",
        "tenants: {service: }\nvariables: {mail: a@b}\nroles: [admin]"
      ) == ["a.yaml:1:21: error: no tenant is called \"servic\" (did you mean \"service\"?)"]
    )
  }

  @Test func `an anchor is known in its own file alone`() {
    #expect(
      Self.lines("x-t: &t {description: d}\ntenants: {a: *t}", "tenants: {b: *t}")
        == [
          "b.yaml:1:14: error: no anchor has this alias's name (a text that begins with * must be"
            + " quoted)"
        ]
    )
  }

  @Test func `what is declared in one file and absent in another is said with both places`() {
    #expect(
      Self.lines(
        """
        regions: {r: {public: 'http://h'}}
        roles: [admin]
        tenants: {t: }
        users: {u: {roles: {t: [admin]}}}
        services: {s: {type: y, endpoints: ':1'}, z: {type: y}}
        """,
        """
        absent:
          roles: [admin]
          tenants: [t]
          users: [u]
          services: [z]
          endpoints: [{service: s, region: r}]
          assignments: [{user: u, tenant: t, role: admin}]
        """
      ) == [
        "b.yaml:2:11: error: the role \"admin\" is declared in a.yaml:2:9 and absent",
        "b.yaml:3:13: error: the tenant \"t\" is declared in a.yaml:3:11 and absent",
        "b.yaml:4:11: error: the user \"u\" is declared in a.yaml:4:9 and absent",
        "b.yaml:5:14: error: service y/z is declared in a.yaml:5:43 and absent",
        "b.yaml:6:15: error: endpoint y/s in r is declared in a.yaml:5:36 and absent",
        "b.yaml:7:44: error: u has admin in t is declared in a.yaml:4:25 and absent",
      ]
    )
  }

  @Test func `files that differ in whether a URL is shown are told`() {
    #expect(
      Self.lines(
        "regions: {r: }\nservices: {s: {type: t, endpoints: {public: 'http://h'}}}",
        "services: {s: {endpoints: {public: {url: 'http://h', enabled: false}}}}"
      ) == [
        "b.yaml:1:42: error: endpoint t/s in r has another value of enabled for its public URL in"
          + " a.yaml:2:45 (files of one seed may say the same twice, but nothing else)"
      ]
    )
  }

  @Test func `a region's variable is one for all files`() {
    #expect(
      Self.lines(
        "regions: {r: {variables: {z: a}, public: 'http://${z}'}}\nroles: [x]",
        "regions: {r: {variables: {z: a}, internal: 'http://${z}'}}",
        "regions: {r: {variables: {z: b}}}"
      ) == [
        "c.yaml:1:30: error: the variable \"z\" has another value in a.yaml:1:30"
          + " (files of one seed may say the same twice, but nothing else)"
      ]
    )
  }

  @Test func `an interface that is absent in one file has no URL in another`() {
    #expect(
      Self.lines(
        "regions: {r: {public: 'http://h', admin: absent}}\nroles: [x]",
        "regions: {r: {admin: 'http://a'}}",
        "regions: {r: {public: absent}}"
      ) == [
        "b.yaml:1:15: error: region \"r\" has another admin base URL in a.yaml:1:35"
          + " (files of one seed may say the same twice, but nothing else)",
        "c.yaml:1:15: error: region \"r\" has another public base URL in a.yaml:1:15"
          + " (files of one seed may say the same twice, but nothing else)",
      ]
    )
    #expect(
      Self.lines(
        "regions: {r: }\nservices: {s: {type: t, endpoints: {public: 'http://h', admin: 'http://a'}}}",
        "services: {s: {endpoints: {r: {admin: absent}}}}"
      ) == [
        "b.yaml:1:32: error: the admin URL of endpoint t/s in r is declared in a.yaml:2:64 and absent"
      ]
    )
  }

  @Test func `names that differ by case are told of across files`() {
    #expect(
      Self.lines("tenants: {ops: }", "tenants: {Ops: }") == [
        "b.yaml:1:11: warning: the tenants \"Ops\" and \"ops\" (a.yaml:1:11) have the same name on"
          + " MySQL, which ignores case, accents and trailing blanks"
      ]
    )
  }

  @Test func `one service under two labels is a duplicate across files`() {
    #expect(
      Self.lines("services: {nova: {type: t}}", "services: {n: {type: t, name: nova}}") == [
        "b.yaml:1:12: error: duplicate of t/nova, declared as \"nova\" in a.yaml:1:12"
      ]
    )
  }

  @Test func `a file may leave out what another one says`() {
    #expect(
      Self.lines(
        "regions: {r: {public: 'http://h'}}\nservices: {s: {endpoints: {r: {internal: 'http://i'}}}}",
        "services: {s: {type: t, endpoints: ':1'}}"
      ).isEmpty
    )
    #expect(
      Self.lines("services: {s: {description: d}}", "services: {s: {name: n}}")
        == ["a.yaml:1:15: error: a service must have the key \"type\""]
    )
  }

  @Test func `a difference of every region is said once`() {
    let lines = Self.lines(
      "regions: {a: {public: 'http://a'}, b: {public: 'http://b'}}\nroles: [r]",
      "services: {s: {type: t, endpoints: ':1'}}",
      "services: {s: {type: t, endpoints: ':2'}}"
    )
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("c.yaml:1:36: error: endpoint t/s in a has another") == true)
  }

  @Test func `an empty file is an error, and one that says so is not`() {
    #expect(
      Self.lines("roles: [admin]", "# nothing\n", "")
        == ["b", "c"].map {
          "\($0).yaml:1:1: error: the seed is empty (write {} for a file that declares nothing)"
        }
    )
    #expect(Self.lines("roles: [admin]", "~") == Self.lines("roles: [admin]", "# nothing"))
    #expect(Self.lines("roles: [admin]", "{}", "x-only: 1").isEmpty)
    #expect(Self.lines("{}", "{}") == ["a.yaml:1:1: error: the seed declares nothing"])
  }

  @Test func `where one file is no YAML nothing else is guessed at`() {
    #expect(
      Self.lines("users: {u: {tenant: t}}", "tenants: {t: ", "tenants: [")
        .map { String($0.prefix(7)) } == ["b.yaml:", "c.yaml:"]
    )
  }

  @Test func `a misspelt section of one file makes no name of the others unknown`() {
    #expect(
      Self.lines("users: {u: {tenant: t}}", "tenant: {t: }")
        == ["b.yaml:1:1: error: a seed has no key \"tenant\" (did you mean \"tenants\"?)"]
    )
  }

  @Test func `the order of files does not matter to what is desired`() throws {
    let seeds = [
      "roles: [a]\ntenants: {t: {description: d}}",
      "users: {u: {tenant: t, roles: {t: [a]}}}",
      "tenants: {t: {enabled: true}}\nusers: {u: {email: e@x}}",
    ]
    let forwards = try #require(Self.load(seeds).desired)
    let backwards = try #require(Self.load(seeds.reversed()).desired)
    #expect(forwards == backwards)
  }
}
