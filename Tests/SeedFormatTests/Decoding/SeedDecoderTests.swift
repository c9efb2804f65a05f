import IdentityModel
import Testing
import Texts

@testable import SeedFormat

@Suite struct SeedDecoderTests {
  static let texts: [(yaml: String, text: String)] = [
    ("plain", "plain"), ("'quoted'", "quoted"), ("\"caf\\u00e9\"", "café"),
    ("007", "007"), ("12345", "12345"), ("1.10", "1.10"), ("0x1F", "0x1F"), ("1_000", "1_000"),
    ("yes", "yes"), ("true", "true"), ("'null'", "null"), ("!!str null", "null"),
    ("''", ""), ("2014-04-17", "2014-04-17"), ("|\n      two\n      lines", "two\nlines\n"),
  ]

  @Test(arguments: texts)
  func `takes a scalar's source text where a text is due`(yaml: String, text: String) {
    let reading = Seed.load("tenants:\n  acme:\n    description: \(yaml)\n")
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.desired?.tenants == [Tenant(name: "acme", description: text)])
  }

  @Test(arguments: ["", "~", "null", "NULL"])
  func `takes nothing for no text`(yaml: String) {
    let lines = Seed.lines(of: "users:\n  nova:\n    email: \(yaml)\n")
    #expect(lines.count == 1)
    #expect(lines.allSatisfy { $0.contains("email has no value (leave the key out") })
  }

  @Test(arguments: ["true", "True", "TRUE"])
  func `takes true for true`(yaml: String) {
    #expect(Seed.load("users: {u: {enabled: \(yaml)}}").desired?.users.map(\.enabled) == [true])
  }

  static let flags: [(yaml: String, hint: String)] = [
    ("yes", " (write true)"), ("No", " (write false)"), ("on", " (write true)"),
    ("'false'", " (write false)"), ("\"true\"", " (write true)"), ("1", " (write true)"),
    ("0", " (write false)"), ("!!str true", " (write true)"), ("tRue", " (write true)"),
    ("maybe", ""), ("", ""), ("~", ""),
    ("'${flag}'", ""),
  ]

  @Test(arguments: flags)
  func `takes nothing else for a truth value`(yaml: String, hint: String) {
    #expect(
      Seed.lines(of: "users: {u: {enabled: \(yaml)}}") == [
        "seed.yaml:1:22: error: enabled must be true or false, without"
          + " quotes\(hint)"
      ]
    )
  }

  static let sources: [(yaml: String, source: SecretSource)] = [
    ("12345", .literal(Secret("12345"))),
    ("'$x!\\''", .literal(Secret("$x!\\'"))),
    ("{env: NOVA_PASSWORD}", .environment("NOVA_PASSWORD")),
    ("{file: secrets/nova}", .file("/etc/seeds/secrets/nova")),
    ("{file: '${env:HOME}/nova'}", .file("/home/op/nova")),
    ("{command: [pass, show, nova]}", .command(["pass", "show", "nova"])),
    ("{value: 12345}", .literal(Secret("12345"))),
    ("{set: once, env: NOVA_PASSWORD}", .environment("NOVA_PASSWORD")),
    ("{file: secrets/nova, set: 'once'}", .file("/etc/seeds/secrets/nova")),
  ]

  @Test(arguments: sources)
  func `reads where a password comes from, and when it stands there at all`(
    yaml: String,
    source: SecretSource
  ) {
    let yaml = yaml.contains("\\'") ? "\"$x!\\\\'\"" : yaml
    let reading = Seed.load(
      "users:\n  nova: {password: \(yaml)}\n  glance: {}\n",
      environment: ["HOME": "/home/op"]
    )
    #expect(reading.diagnostics.isEmpty)
    let expected = Located(source, at: FileLocation(line: 2, column: 20))
    #expect(reading.passwordSources == ["nova": expected])
    #expect(reading.desired?.passwords.isEmpty == true)
    #expect(reading.desired?.usersWithFirstPassword == (yaml.contains("once") ? ["nova"] : []))
  }

  static let wrong: [(seed: String, line: String)] = [
    (
      "user: {}",
      "seed.yaml:1:1: error: a seed has no key \"user\" (did you mean \"users\"?)"
    ),
    (
      "users: {u: {mail: x, xyzzy: y}}",
      "seed.yaml:1:22: error: a user has no key \"xyzzy\" (the keys are description, email,"
        + " password, tenant, project, enabled, roles, groups, options, exists, was,"
        + " domain_roles, system_roles)"
    ),
    ("users: [nova]", "seed.yaml:1:8: error: users must be a mapping, not a list"),
    ("users: {u: []}", "seed.yaml:1:12: error: a user must be a mapping, not a list"),
    (
      "roles: admin",
      "seed.yaml:1:8: error: roles must be a list, not a text (write [admin, Member], or a mapping"
        + " where a role has fields)"
    ),
    (
      "users: {u: {roles: }}",
      "seed.yaml:1:20: error: roles has no value (write {} for no roles at all, or leave the key out)"
    ),
    (
      "tenants: {t: {}}\nusers: {u: {roles: {t: admin}}}",
      "seed.yaml:2:24: error: the roles in a tenant must be a list, not a text (write [] for none,"
        + " [admin] for one)"
    ),
    (
      "users: {u: {email: [a]}}",
      "seed.yaml:1:20: error: email must be a text, not a list"
    ),
    (
      "users: {u: {email: ''}}",
      "seed.yaml:1:20: error: the e-mail is empty (leave the key out)"
    ),
    (
      "users: {u: {password: {env: A, file: b}}}",
      "seed.yaml:1:23: error: password must be a text or exactly one of env, file, command"
        + " and text (quote a password that begins with { or [)"
    ),
    (
      "users: {u: {password: {set: once}}}",
      "seed.yaml:1:23: error: password must be a text or exactly one of env, file, command"
        + " and text (quote a password that begins with { or [)"
    ),
    (
      "users: {u: {password: {env: A, set: always}}}",
      "seed.yaml:1:37: error: set can only be once (leave it out for a password that is kept as the"
        + " seed says)"
    ),
    (
      "users: {u: {password: {file: ~/x}}}",
      "seed.yaml:1:30: error: ~ is not expanded in file paths (write ${env:HOME})"
    ),
    (
      "users: {u: {password: {command: []}}}",
      "seed.yaml:1:33: error: command names no program (write [PROGRAM, ARGUMENT], or"
        + " [sh, -c, 'a shell line'])"
    ),
    ("services: {nova: }", "seed.yaml:1:12: error: a service must have the key \"type\""),
    (
      "regions: {r: {}}\nservices: {s: {type: t, endpoints: {public: 'http://h', r: {}}}}",
      "seed.yaml:2:57: error: endpoints can't mix interfaces and regions, and \"r\" is no interface"
        + " (write the interfaces inside of each region)"
    ),
    (
      "regions: {r: {}}\nservices: {s: {type: t, endpoints: {public: 'http://h', amdin: ':1'}}}",
      "seed.yaml:2:57: error: a set of interfaces has no key \"amdin\" (did you mean \"admin\"?)"
    ),
    (
      "regions: {r: {}}\nservices: {s: {type: t, endpoints: {r: {}}}}",
      "seed.yaml:2:37: error: an endpoint must have a URL"
    ),
    (
      "absent: {endpoints: [{service: s}]}",
      "seed.yaml:1:22: error: an absent endpoint must have the key \"region\""
    ),
    (
      "absent: {services: [{type: t}]}",
      "seed.yaml:1:21: error: an absent service must have the key \"name\""
    ),
  ]

  @Test(arguments: wrong)
  func `says what it can't read`(seed: String, line: String) {
    #expect(Seed.lines(of: seed).last == line)
    #expect(Seed.load(seed).desired == nil)
  }

  @Test func `knows undeclared from declared as nothing`() {
    let reading = Seed.load(
      """
      tenants: {acme: , beta: {enabled: false, description: ""}}
      users:
        silent:
        bare: {roles: {}}
        listed: {roles: {acme: []}}
      """
    )
    #expect(reading.diagnostics.isEmpty)
    #expect(
      reading.desired?.tenants == [
        Tenant(name: "acme"), Tenant(name: "beta", description: "", enabled: false),
      ]
    )
    #expect(reading.desired?.usersWithDeclaredRoles == ["bare", "listed"])
    #expect(reading.desired?.assignments == [])
  }
}
