import Testing

@testable import SeedFormat

struct NodeReaderMappingsTests {
  private static func read(_ yaml: String) throws -> (pairs: [String], said: [String]) {
    var diagnostics = DiagnosticCollector(file: "f")
    let document = try #require(YAMLComposer.compose(Array(yaml.utf8)[...], into: &diagnostics))
    var reader = NodeReader(
      document: document,
      byteCount: yaml.utf8.count,
      diagnostics: diagnostics
    )
    let pairs = reader.pairs(of: try #require(document.root), as: "it") ?? .empty
    return (
      pairs.map { "\($0.key.value)=\(document.text(of: $0.value))@\($0.key.location.column)" },
      reader.diagnostics.sorted().map(\.message)
    )
  }

  /// With a few keys a mapping is taken as it stands, with many it is gathered.
  private static let others = (1...9).map { ", k\($0): x" }.joined()

  @Test(
    arguments: [
      ("{a: 1, b: 2}", ["a=1@2", "b=2@8"], []),
      ("{'<<': 1, a: 2}", ["<<=1@2", "a=2@11"], []),
      ("{'~': 1, 'null': 2, '': 3}", ["~=1@2", "null=2@10", "=3@21"], []),
      ("{\u{E9}: 1, e\u{301}: 2}", ["\u{E9}=1@2", "e\u{301}=2@8"], []),
      ("{!!str a: 1}", ["a=1@2"], []),
      ("{a: 1, 'a': 2, b: 3}", ["a=1@2", "b=3@16"], ["the key \"a\" is already in line 1"]),
      ("{~: 1, a: 2}", ["a=2@8"], ["a key must be a text"]),
      ("{[a]: 1, b: 2}", ["b=2@10"], ["a key must be a text"]),
      ("{!!int 1: 2, a: 3}", ["a=3@14"], ["a YAML tag has no meaning here"]),
    ] as [(String, [String], [String])],
    [false, true]
  )
  func `takes each key once, and says what can be none`(
    example: (yaml: String, pairs: [String], said: [String]),
    hasMany: Bool
  ) throws {
    let yaml = hasMany ? example.yaml.dropLast() + Self.others + "}" : example.yaml
    let (pairs, said) = try Self.read(yaml)
    #expect(pairs.prefix(example.pairs.count) == example.pairs[...])
    #expect(pairs.count == example.pairs.count + (hasMany ? 9 : 0))
    #expect(said == example.said)
  }

  @Test func `keys of its own come before those that are merged`() throws {
    let (pairs, said) = try Self.read("{<<: {a: 1, b: 2}, b: 3}")
    #expect(pairs == ["b=3@20", "a=1@7"])
    #expect(said.isEmpty)
  }
}
