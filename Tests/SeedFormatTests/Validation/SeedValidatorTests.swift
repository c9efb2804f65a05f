import Testing

@testable import SeedFormat

@Suite struct SeedValidatorTests {
  static let references: [(seed: String, lines: [String])] = [
    (
      "tenants: {acme: {}}\nusers: {u: {tenant: Acme}}",
      ["seed.yaml:2:21: error: no tenant is called \"Acme\" (did you mean \"acme\"?)"]
    ),
    (
      "roles: [Member]\nusers: {u: {roles: {acme: [member]}}}",
      [
        "seed.yaml:2:21: error: no tenant is called \"acme\"",
        "seed.yaml:2:28: error: no role is called \"member\" (did you mean \"Member\"?)",
      ]
    ),
    ("tenants: {acme: {}}\nusers: {u: {roles: {acme: [_member_]}}}", []),
    // A section that can't be read says nothing about who is missing from it.
    (
      "tenants: [acme]\nusers: {u: {tenant: acme}}",
      ["seed.yaml:1:10: error: tenants must be a mapping, not a list"]
    ),
    (
      "roles: [admin, {Member: x}]\ntenants: {t: {}}\nusers: {u: {roles: {t: [Member]}}}",
      [
        "seed.yaml:1:16: error: a name in roles must be a text, not a mapping (where a role has"
          + " fields, write roles as a mapping: {admin: , observer: {was: watcher}})"
      ]
    ),
    // Nor does one whose own name is misspelt.
    (
      "tennants: {acme: {}}\nroels: [Member]\nusers: {u: {roles: {acme: [Member]}}}",
      [
        "seed.yaml:1:1: error: a seed has no key \"tennants\" (did you mean \"tenants\"?)",
        "seed.yaml:2:1: error: a seed has no key \"roels\" (did you mean \"roles\"?)",
      ]
    ),
    (
      "region: {r: {public: http://h}}\nservices: {x: {type: t, endpoints: ':80'}}",
      ["seed.yaml:1:1: error: a seed has no key \"region\" (did you mean \"regions\"?)"]
    ),
    (
      "services: {x: {type: t, endpoints: ':80'}}",
      [
        "seed.yaml:1:36: error: these endpoints need a region, and none is declared (declare one"
          + " under regions)"
      ]
    ),
    (
      "regions: {north: {public: http://h}}\n"
        + "services: {x: {type: t, endpoints: {nort: ':80', Public: ':80'}}}",
      [
        "seed.yaml:2:37: error: no region is called \"nort\" (did you mean \"north\"?)",
        "seed.yaml:2:50: error: no region is called \"Public\" (did you mean \"public\"?)",
      ]
    ),
  ]

  @Test(arguments: references)
  func `finds references to undeclared names`(seed: String, lines: [String]) {
    #expect(Seed.lines(of: seed) == lines)
  }

  @Test func `warns of what the utf8 of MySQL cannot hold`() {
    let long = String(repeating: "d", count: 65_536)
    #expect(
      Seed.lines(of: "tenants: {\u{1F600}: {}, big: {description: \(long)}}") == [
        "seed.yaml:1:11: warning: a tenant's name holds U+1F600, which a Keystone on MySQL may not be"
          + " able to store (its utf8 ends at U+FFFF, and Keystone answers 500)",
        "seed.yaml:1:37: warning: a tenant's description has 65536 bytes, and a Keystone on MySQL"
          + " stores 65535 (Keystone answers 500 there)",
      ]
    )
    #expect(Seed.lines(of: "services: {\u{1F600}: {type: t}}") == [])
  }

  static let pairs: [(seed: String, lines: [String])] = [
    (
      "roles: [Member, member]",
      [
        "seed.yaml:1:17: warning: the roles \"member\" and \"Member\" (line 1) have the same name on"
          + " MySQL, which ignores case, accents and trailing blanks"
      ]
    ),
    (
      "regions: {regionOne: {public: http://h}, RegionOne: {public: http://i}}\nroles: [r]",
      [
        "seed.yaml:1:42: warning: the regions \"RegionOne\" and \"regionOne\" (line 1) have the same name on"
          + " MySQL, which ignores case, accents and trailing blanks"
      ]
    ),
    (
      "tenants:\n  acme: {}\n  ACME: {}",
      [
        "seed.yaml:3:3: warning: the tenants \"ACME\" and \"acme\" (line 2) have the same name on"
          + " MySQL, which ignores case, accents and trailing blanks"
      ]
    ),
    (
      "users:\n  é: {}\n  É: {}",
      [
        "seed.yaml:3:3: warning: the users \"É\" and \"é\" (line 2) have the same name on"
          + " MySQL, which ignores case, accents and trailing blanks"
      ]
    ),
    (
      "users:\n  Rene: {}\n  Ren\u{E9}: {}",
      [
        "seed.yaml:3:3: warning: the users \"Ren\u{E9}\" and \"Rene\" (line 2) have the same name on"
          + " MySQL, which ignores case, accents and trailing blanks"
      ]
    ),
    (
      "services:\n  a: {type: t, name: x}\n  b: {type: t, name: x}",
      ["seed.yaml:3:3: error: duplicate of t/x, declared as \"a\" in line 2"]
    ),
    // Icehouse's heat: one name, two types.
    (
      "services:\n  heat: {type: orchestration}\n  heat-cfn: {type: cloudformation, name: heat}",
      []
    ),
    (
      "regions: {r: {public: http://h}}\nservices:\n  a: {type: t, endpoints: ':1'}\n"
        + "  b: {type: t, endpoints: ':2'}",
      [
        "seed.yaml:4:3: warning: two services of type \"t\" (also \"a\", line 3): clients see only"
          + " one"
      ]
    ),
    (
      "roles: [admin, admin]",
      ["seed.yaml:1:16: error: \"admin\" is in this list twice"]
    ),
    (
      "roles: [_member_]",
      [
        "seed.yaml:1:9: error: _member_ is a role that Keystone makes itself (leave it out; users may"
          + " still name it)"
      ]
    ),
  ]

  @Test(arguments: pairs)
  func `finds names that are one too many`(seed: String, lines: [String]) {
    #expect(Seed.lines(of: seed) == lines)
  }

  static let absent: [(absent: String, message: String?)] = [
    ("roles: [old]", nil),
    ("roles: [admin]", "the role \"admin\" is declared in line 1 and absent"),
    ("roles: [_member_]", "_member_ is Keystone's own: it would come back"),
    ("tenants: [acme]", "the tenant \"acme\" is declared in line 2 and absent"),
    ("users: [nova]", "the user \"nova\" is declared in line 3 and absent"),
    (
      "assignments: [{user: nova, tenant: acme, role: admin}]",
      "nova has admin in acme is declared in line 3 and absent"
    ),
    ("assignments: [{user: nova, tenant: acme, role: old}]", nil),
    ("services: [nova]", "service compute/nova is declared in line 5 and absent"),
    (
      "services: [{name: nova, type: compute}]",
      "service compute/nova is declared in line 5 and absent"
    ),
    ("services: [{name: nova, type: computev3}]", nil),
    (
      "endpoints: [{service: nova, region: north}]",
      "endpoint compute/nova in north is declared in line 5 and absent"
    ),
    ("endpoints: [{service: nova, region: south}]", nil),
    ("endpoints: [{service: nova, type: computev3, region: north}]", nil),
  ]

  @Test(arguments: absent)
  func `lets nothing be declared and absent`(absent: String, message: String?) {
    let seed = """
      roles: [admin]
      tenants: {acme: {}}
      users: {nova: {roles: {acme: [admin]}}}
      regions: {north: {public: http://h}}
      services: {nova: {type: compute, endpoints: ":8774"}}
      absent: {\(absent)}
      """
    #expect(Seed.load(seed).diagnostics.map(\.message) == (message.map { [$0] } ?? []))
  }
}
