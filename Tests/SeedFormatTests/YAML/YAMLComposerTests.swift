import IdentityModel
import Testing

@testable import SeedFormat

@Suite struct YAMLComposerTests {
  static let hostile: [(seed: String, line: String)] = [
    ("", "seed.yaml:1:1: error: the seed is empty"),
    ("# nothing\n", "seed.yaml:1:1: error: the seed is empty"),
    ("---\n...\n", "seed.yaml:1:1: error: the seed is empty"),
    ("~", "seed.yaml:1:1: error: the seed is empty"),
    ("{}", "seed.yaml:1:1: error: the seed declares nothing"),
    ("users:\nroles: []\n", "seed.yaml:1:1: error: the seed declares nothing"),
    ("- roles", "seed.yaml:1:1: error: a seed must be a mapping, not a list"),
    ("roles", "seed.yaml:1:1: error: a seed must be a mapping, not a text"),
    (
      "roles: [a]\n---\nroles: [b]\n",
      "seed.yaml:2:1: error: a second document begins here; a file holds one"
    ),
    (
      "roles: [a\n",
      "seed.yaml:2:1: error: this is not YAML: while parsing a flow sequence did not find"
        + " expected ',' or ']'"
    ),
    (
      "roles:\n\t- a\n",
      "seed.yaml:2:1: error: this is not YAML: while scanning for the next token found character"
        + " that cannot start any token (indent with blanks, and quote a text that begins with %,"
        + " @ or a backtick)"
    ),
    (
      "users: {nova: {email: *mail}}",
      "seed.yaml:1:23: error: no anchor has this alias's name (a text that begins with * must be"
        + " quoted)"
    ),
    (
      "roles: [!!binary YWRtaW4=]",
      "seed.yaml:1:9: error: a YAML tag has no meaning here (quote a text that begins with an"
        + " exclamation mark)"
    ),
    (
      "roles: !list [a]",
      "seed.yaml:1:8: error: a YAML tag has no meaning here (quote a text that begins with an"
        + " exclamation mark)"
    ),
    (
      "!seed {roles: [a]}",
      "seed.yaml:1:1: error: a YAML tag has no meaning here (quote a text that begins with an"
        + " exclamation mark)"
    ),
    ("? [a]\n: b\n", "seed.yaml:1:3: error: a key must be a text"),
    ("~: b\n", "seed.yaml:1:1: error: a key must be a text"),
  ]

  @Test(arguments: hostile)
  func `says what a file that is no seed is`(seed: String, line: String) {
    #expect(Seed.lines(of: seed) == [line])
    #expect(Seed.load(seed).desired == nil)
  }

  @Test func `says where each of several duplicate keys is`() {
    let seed = """
      roles: [admin]
      users:
        nova: {email: a@b, email: c@d, enabled: true}
        "glance": {}
        nova: {}
        'nova': {}
        glance: {}
      roles: [Member]
      """
    #expect(
      Seed.lines(of: seed) == [
        "seed.yaml:3:22: error: the key \"email\" is already in line 3",
        "seed.yaml:5:3: error: the key \"nova\" is already in line 3",
        "seed.yaml:6:3: error: the key \"nova\" is already in line 5",
        "seed.yaml:7:3: error: the key \"glance\" is already in line 4",
        "seed.yaml:8:1: error: the key \"roles\" is already in line 1",
      ]
    )
  }

  @Test func `keeps names that differ only in how an accent is composed`() {
    let seed = "users: {\"\u{E9}\": {}, \"e\u{301}\": {}}"
    let reading = Seed.load(seed)
    #expect(reading.diagnostics.map(\.severity) == [.warning])
    #expect(reading.desired?.users.map { Array($0.name.text.unicodeScalars).count } == [1, 2])
  }

  @Test func `bounds what aliases stand for`() {
    var seed = "variables: {}\n"
    seed += "roles: [r]\nusers:\n  a0: &a0 {x0: 1, x1: 1, x2: 1, x3: 1, x4: 1, x5: 1, x6: 1}\n"
    for level in 1...9 {
      let merges = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      seed += "  a\(level): &a\(level) {<<: [\(merges)]}\n"
    }
    let lines = Seed.lines(of: seed)
    #expect(lines.contains { $0.hasSuffix("the aliases of this file stand for too many nodes") })
  }

  @Test func `refuses nesting that would fill the stack`() {
    let seed = "roles: " + String(repeating: "[", count: 100_000)
    let lines = Seed.lines(of: seed)
    #expect(lines.count == 1)
    #expect(lines.allSatisfy { $0.contains("this is not YAML: while parsing") })
  }

  @Test func `refuses nesting that YAML could still take`() {
    let seed = "roles: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
    #expect(
      Seed.lines(of: seed) == ["seed.yaml:1:9: error: a name in roles must be a text, not a list"]
    )
  }

  @Test func `reads a file from Windows`() {
    let reading = Seed.load(
      "\u{FEFF}roles: [admin]\r\ntenants:\r\n  acme:\r\n    enabled: false\r\n"
    )
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.desired?.tenants.map(\.enabled) == [false])
  }

  @Test func `merges mappings, the nearer value winning`() {
    let reading = Seed.load(
      """
      tenants:
        a: &base {description: one, enabled: true}
        b: {<<: *base, enabled: false}
        c: {<<: [{description: two}, *base]}
      """
    )
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.desired?.tenants.map(\.description) == ["one", "one", "two"])
    #expect(reading.desired?.tenants.map(\.enabled) == [true, false, true])
  }
}
