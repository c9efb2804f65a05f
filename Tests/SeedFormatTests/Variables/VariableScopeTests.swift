import IdentityModel
import Testing

@testable import SeedFormat

@Suite struct VariableScopeTests {
  private static func description(
    variables: String,
    of text: String,
    overrides: [(name: String, value: String)] = [],
    environment: [String: String] = [:]
  ) -> String? {
    let seed = "variables: \(variables)\ntenants: {acme: {description: \"\(text)\"}}"
    let reading = Seed.load(seed, overrides: overrides, environment: environment)
    return reading.desired?.tenants.map { $0.description ?? "" }.joined()
  }

  static let resolved: [(variables: String, text: String, result: String)] = [
    ("{a: one}", "${a}", "one"),
    ("{a: 007}", "${a}", "007"),
    ("{a: x, b: '${a}y', c: '${b}z'}", "${c}", "xyz"),
    ("{c: '${b}z', b: '${a}y', a: x}", "${c}", "xyz"),
    ("{a: '$${b}'}", "${a}", "${b}"),
    ("{a: ''}", "<${a}>", "<>"),
    ("{a: one}", "${a} $(tenant_id)s %(x)s $$", "one $(tenant_id)s %(x)s $$"),
    ("{a: 'fd00::1'}", "http://${a}:5000", "http://[fd00::1]:5000"),
    ("{a: '[fd00::1]'}", "http://${a}:5000", "http://[fd00::1]:5000"),
    ("{a: 'fd00::1', b: 'http://${a}'}", "${b}:5000", "http://[fd00::1]:5000"),
    ("{a: 'fd00::1'}", "at ${a}", "at fd00::1"),
    ("{a: 192.0.2.1}", "http://${a}", "http://192.0.2.1"),
  ]

  @Test(arguments: resolved)
  func `fills variables in`(variables: String, text: String, result: String) {
    #expect(Self.description(variables: variables, of: text) == result)
  }

  @Test func `prefers an override, the last of a name, and takes it as it is`() {
    let overrides = [(name: "a", value: "two"), (name: "a", value: "${three}")]
    #expect(Self.description(variables: "{a: one}", of: "${a}", overrides: overrides) == "${three}")
    #expect(Self.description(variables: "{}", of: "${a}", overrides: overrides) == "${three}")
  }

  @Test func `reads the environment`() {
    let environment = ["REGION": "north"]
    let text = Self.description(variables: "{}", of: "${env:REGION}", environment: environment)
    #expect(text == "north")
  }

  static let wrong: [(seed: String, line: String)] = [
    (
      "variables: {external: x}\nroles: ['${externl}', '${external}']",
      "seed.yaml:2:9: error: no variable is called \"externl\" (did you mean \"external\"?)"
    ),
    (
      "roles: ['${tenant_id}']",
      "seed.yaml:1:9: error: no variable is called \"tenant_id\" (Keystone's own is $(tenant_id)s)"
    ),
    ("roles: ['${env:NO}']", "seed.yaml:1:9: error: the environment has no variable NO"),
    (
      "roles: ['${open']",
      "seed.yaml:1:9: error: a \"${\" has no \"}\" (write $${ for a literal ${)"
    ),
    (
      "roles: ['${a b}']",
      "seed.yaml:1:9: error: \"a b\" can't name a variable (write $${ for a literal ${)"
    ),
    (
      "variables: {a: '${b}', b: '${c}', c: '${a}'}\nroles: ['${a}', '${b}']",
      "seed.yaml:1:16: error: the variable \"a\" refers to itself"
    ),
    (
      "variables: {a b: c}\nroles: [x]",
      "seed.yaml:1:13: error: \"a b\" can't name a variable (use letters, digits, _, - and .)"
    ),
    (
      "variables: {a: [b]}\nroles: ['${a}']",
      "seed.yaml:1:16: error: the variable \"a\" must be a text, not a list"
    ),
    (
      "variables: {a: }\nroles: ['${a}']",
      "seed.yaml:1:16: error: the variable \"a\" has no value (leave the key out, or quote the text"
        + " if it is one)"
    ),
    (
      "variables: {a: b}\ntenants: {'x${a}': {}}",
      "seed.yaml:2:11: error: a key is taken as it is written, so \"${\" can't stand in it"
    ),
  ]

  @Test(arguments: wrong)
  func `says what is wrong with a variable, once`(seed: String, line: String) {
    #expect(Seed.lines(of: seed).filter { $0.contains("error") } == [line])
  }

  @Test func `warns of an unused variable`() {
    #expect(
      Seed.lines(of: "variables: {a: x, b: '${a}'}\nroles: [r]") == [
        "seed.yaml:1:19: warning: nothing uses the variable \"b\""
      ]
    )
  }

  @Test func `refuses an override that nothing asks for`() {
    let lines = Seed.lines(
      of: "variables: {external: x}\nroles: ['${external}']",
      overrides: [(name: "extrnal", value: "secret-y")]
    )
    #expect(
      lines == [
        "--set extrnal: error: no variable is called \"extrnal\" (did you mean \"external\"?)"
      ]
    )
  }

  @Test func `bounds what variables grow to and how they are chained`() {
    let doubling = (1...40).map { "v\($0): '${v\($0 - 1)}${v\($0 - 1)}'" }.joined(separator: ", ")
    let chain = (1...200).map { "v\($0): '${v\($0 - 1)}'" }.reversed().joined(separator: ", ")
    for variables in [doubling, chain] {
      let lines = Seed.lines(of: "variables: {v0: xx, \(variables)}\nroles: [r]")
      #expect(lines.count { $0.contains(": error: ") } == 1)
    }
  }
}
