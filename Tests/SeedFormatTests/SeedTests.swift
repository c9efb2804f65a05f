import IdentityModel
import Testing
import Texts

@testable import SeedFormat

@Suite struct SeedTests {
  @Test func `reports many different mistakes in one run, each once and in its place`() {
    let seed = """
      variables: {external: 203.0.113.10, unused: x}
      regions:
        regionOne: {public: "http://${external}", internal: "http://fd00::1:5000"}
      roles: [admin, Member]
      tenants:
        acme: {enabled: yes}
        " padded": {}
      users:
        nova:
          email: ${externl}
          password: ""
          tenant: Acme
          roles: {acme: [Memebr]}
          pasword: x
        nova: {}
      services:
        nova: {type: compute, endpoints: ":8774/v2/$(tenant_id)"}
        swift: {endpoints: ":8080"}
        heat: {type: orchestration, endpoints: {regionTwo: ":8004"}}
      absent:
        roles: [Member]
      """
    let blank = "a tenant's name can't begin or end with a blank (Keystone would cut it off)"
    #expect(
      Seed.lines(of: seed) == [
        "seed.yaml:3:55: error: an IPv6 address needs brackets in a URL (write http://[fd00::1]:5000)",
        "seed.yaml:6:19: error: enabled must be true or false, without quotes (write true)",
        "seed.yaml:7:3: error: \(blank)",
        "seed.yaml:10:12: error: no variable is called \"externl\" (did you mean \"external\"?)",
        "seed.yaml:11:15: error: the password is empty",
        "seed.yaml:12:13: error: no tenant is called \"Acme\" (did you mean \"acme\"?)",
        "seed.yaml:13:20: error: no role is called \"Memebr\" (did you mean \"Member\"?)",
        "seed.yaml:14:5: error: a user has no key \"pasword\" (did you mean \"password\"?)",
        "seed.yaml:15:3: error: the key \"nova\" is already in line 9",
        "seed.yaml:17:36: error: \"$(tenant_id)\" must have an s behind the parenthesis"
          + " (write $(tenant_id)s)",
        "seed.yaml:18:10: error: a service must have the key \"type\"",
        "seed.yaml:19:43: error: no region is called \"regionTwo\" (did you mean \"regionOne\"?)",
        "seed.yaml:21:11: error: the role \"Member\" is declared in line 4 and absent",
      ]
    )
    #expect(Seed.load(seed).desired == nil)
  }

  @Test func `a seed with a warning alone can be used`() {
    let reading = Seed.load("roles: [Member, member]")
    #expect(reading.diagnostics.map(\.severity) == [.warning])
    #expect(reading.desired?.roles.map(\.name) == ["Member", "member"])
  }

  /// Seeds in which a secret stands where something goes wrong.
  static let leaky = [
    "users: {u: {password: [hunter2]}}",
    "users: {u: {password: {hunter2}}}",
    "users: {u: {password: {hunter2: x}}}",
    "users: {u: {password: {hunter2: x, hunter2: y}}}",
    "users: {u: {password: !hunter2 }}",
    "users: {u: {password: *hunter2 }}",
    "users: {u: {password: 'pa${hunter2}'}}",
    "users: {u: {password: 'pa${hunter 2}'}}",
    "users: {u: {password: 'pa${hunter2'}}",
    "users: {u: {password: {env: 'hunter2 x'}}}",
    "users: {u: {password: {file: ~hunter2}}}",
    "users: {u: {password: {command: hunter2}}}",
    "users: {u: {password: {command: [[hunter2]]}}}",
    "users: {u: {password: hunter2\(String(repeating: "x", count: 5000))}}",
    "users: {u: {password: @hunter2}}",
    "users: {u: {password: hunter2: x}}",
    "users: {u: {password: \"hunter2}}",
    "roles: [r]\nregions: {r: {public: 'http://bob:hunter2@h'}}",
    "regions: {r: {}}\nservices: {s: {type: t, endpoints: 'http://bob:hunter2@h/%\\(x'}}",
  ]

  @Test(arguments: leaky)
  func `quotes no secret, whatever is wrong with it`(seed: String) {
    let reading = Seed.load(seed)
    #expect(reading.diagnostics.contains { $0.severity == .error })
    #expect(!reading.diagnostics.map(\.description).joined().contains("hunter"))
    var dumped = ""
    dump(reading, to: &dumped)
    #expect(!dumped.contains("hunter"))
  }

  @Test func `a reading does not print the passwords in it`() {
    let reading = Seed.load("users: {u: {password: hunter2}}")
    #expect(reading.passwordSources["u"]?.value == .literal(Secret("hunter2")))
    var dumped = "\(reading)"
    dump(reading, to: &dumped)
    #expect(!dumped.contains("hunter"))
  }

  @Test(
    arguments: [
      ("roles: [r]", [.text, .compose, .decode, .validate, .resolve]),
      ("roles: [r, r]", [.text, .compose, .decode, .validate, .resolve]),
      ("roles: [", [.text]),
      ("\0", []),
    ] as [(String, [SeedStage])]
  )
  func `tells of each stage that ends`(seed: String, stages: [SeedStage]) {
    var ended: [SeedStage] = []
    let bytes = Array(seed.utf8)
    _ = Seed.load([SeedText(name: "seed.yaml", directory: "/", bytes: bytes)]) { ended.append($0) }
    #expect(ended == stages)
  }
}
