import Testing

@testable import SeedFormat

struct AliasedKeysTests {
  /// Thirty lines that would stand for a billion nodes and more.
  private static let bomb: String = {
    var lines = ["variables:", "  a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for level in 1...30 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      lines.append("  a\(level): &a\(level) [\(aliases)]")
    }
    return lines.joined(separator: "\n") + "\n"
  }()

  private static let refusal = "error: a key must be a text, not an alias"

  @Test(
    "an alias is no key, be it written out or short, alone or within one",
    arguments: [
      "? *a30\n: x\n", "*a30 : x\n", "[*a30]: x\n", "{a: *a30}: x\n", "? [b, {c: *a30}]\n: x\n",
      "y: {*a30 : x}\n", "y: {? *a30 : x}\n", "y: [? *a30 : x]\n", "y: [*a30 : x]\n",
      "? ? *a30\n  : x\n: x\n",
    ]
  )
  func refuses(_ key: String) {
    let lines = Seed.lines(of: Self.bomb + key)
    #expect(lines.count == 1)
    #expect(lines.allSatisfy { $0.contains(Self.refusal) })
  }

  @Test("the first of them is named, with its place")
  func place() {
    let seed = "roles: [&r admin]\ntenants:\n  ok: {}\n  *r : {}\n*r : {}\n"
    #expect(
      Seed.lines(of: seed) == ["seed.yaml:4:3: \(Self.refusal) (quote a text that begins with *)"]
    )
  }

  @Test(
    "what merely looks like one is a key",
    arguments: [
      "'*r': {}", "\"*r\": {}", "a*r: {}", "a: {description: *r}", "a: {description: '*'}",
    ]
  )
  func accepts(_ line: String) {
    #expect(Seed.lines(of: "roles: [&r admin]\ntenants:\n  \(line)\n").isEmpty)
  }

  @Test("as values they may stand for any number of nodes, until somebody counts")
  func values() {
    let lines = Seed.lines(of: Self.bomb)
    #expect(!lines.isEmpty)
  }
}
