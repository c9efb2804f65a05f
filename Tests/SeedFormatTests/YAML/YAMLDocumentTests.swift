import Testing

@testable import SeedFormat

struct YAMLDocumentTests {
  private static func document(_ yaml: String) throws -> (YAMLDocument, root: YAMLNode) {
    var diagnostics = DiagnosticCollector(file: "x")
    let document = try #require(YAMLComposer.compose(Array(yaml.utf8)[...], into: &diagnostics))
    return (document, try #require(document.root))
  }

  @Test func `knows of each node what it is, where it stands and what it holds`() throws {
    let (document, root) = try Self.document("a: [x, \"é \\u00E9\"]\n'b': {c: y}\n")
    #expect(document.kind(of: root) == .mapping)
    let top = Array(document.children(of: root))
    #expect(top.map(document.kind) == [.scalar, .sequence, .scalar, .mapping])
    #expect(top.map(document.text) == ["a", "", "b", ""])
    #expect(
      top.map(document.location) == [
        FileLocation(line: 1, column: 1), FileLocation(line: 1, column: 4),
        FileLocation(line: 2, column: 1), FileLocation(line: 2, column: 6),
      ]
    )
    let items = Array(document.children(of: top[1]))
    #expect(items.map(document.text) == ["x", "é é"])
    #expect(items.map(document.isPlain) == [true, false])
    #expect(document.children(of: items[0]).isEmpty)
  }

  @Test(
    arguments: [
      ("a", .none), ("'a'", .text), ("\"a\"", .text), ("|\n  a\n", .text), ("!!str a", .text),
      ("! a", .other), ("!!int a", .other), ("!own a", .other), ("[a]", .none),
      ("!!seq [a]", .sequence),
      ("!!map {}", .mapping), ("!!set {}", .other), ("!!seq {}", .sequence),
    ] as [(String, YAMLNode.Tag)]
  )
  func `tells tags apart as far as somebody asks`(yaml: String, tag: YAMLNode.Tag) throws {
    let (document, root) = try Self.document("- \(yaml)")
    #expect(document.children(of: root).map(document.tag) == [tag])
  }

  @Test func `a text that begins with a byte order mark keeps it`() throws {
    let (document, root) = try Self.document(#"["\uFEFFa", "\uFEFF"]"#)
    let texts = document.children(of: root).map { Array(document.text(of: $0).unicodeScalars) }
    #expect(texts == [["\u{FEFF}", "a"], ["\u{FEFF}"]])
  }
}
