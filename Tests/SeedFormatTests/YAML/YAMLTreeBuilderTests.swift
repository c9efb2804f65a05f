import Testing

@testable import SeedFormat

struct YAMLTreeBuilderTests {
  private static func build(_ yaml: String) throws -> YAMLDocument {
    var yaml = yaml
    return try yaml.withUTF8 { try YAMLTreeBuilder.build($0) }
  }

  /// What keeps a text from being a document, and where.
  private static func fault(_ yaml: String) -> String {
    do {
      _ = try build(yaml)
      return "none"
    } catch YAMLFault.aliasedKey(let place) {
      return "aliased key \(place.line):\(place.column)"
    } catch YAMLFault.undefinedAlias(let place) {
      return "undefined alias \(place.line):\(place.column)"
    } catch YAMLFault.secondDocument(let place) {
      return "second document \(place.line):\(place.column)"
    } catch YAMLFault.nestedTooDeeply(let place) {
      return "nesting \(place.line):\(place.column)"
    } catch YAMLFault.character(_, let offset) {
      return "character \(offset)"
    } catch YAMLFault.syntax(_, let problem, let place) {
      return "\(problem) \(place.line):\(place.column)"
    } catch {
      return "\(error)"
    }
  }

  @Test func `an alias is the very node that it stands for`() throws {
    let document = try Self.build("[&a {x: &b y}, *a, *b, &a z, *a]")
    let items = Array(document.children(of: try #require(document.root)))
    #expect(items.count == 5)
    #expect(items[0] == items[1])
    #expect(document.text(of: items[2]) == "y")
    #expect(items[3] == items[4], "the last anchor of a name counts")
  }

  @Test(
    arguments: [
      ("a: *b", "undefined alias 1:4"),
      ("a: &a [x, *a]", "undefined alias 1:11"),
      ("*a", "undefined alias 1:1"),
      ("[*a, *b]", "undefined alias 1:2"),
      ("a: *b\n*b : c", "undefined alias 1:4"),
      ("*b : c", "aliased key 1:1"),
      ("x: &a y\n? [b, *a]\n: z\n*a : z", "aliased key 2:3"),
      ("a: *b\nc: [", "undefined alias 1:4"),
      ("a: b\nc: [", "did not find expected node content 3:1"),
      ("a\n--- b\n--- c", "second document 2:1"),
      ("a: \u{80}", "character 3"),
      ("é: \u{FFFE}", "character 4"),
    ]
  )
  func `says of what is wrong what comes first`(yaml: String, fault: String) {
    #expect(Self.fault(yaml) == fault)
  }

  @Test(arguments: ["[", "{a: "])
  func `a thousand levels are taken and not one more`(opening: String) {
    let end = opening == "[" ? "]" : "}"
    func nested(_ depth: Int) -> String {
      String(repeating: opening, count: depth) + String(repeating: end, count: depth)
    }
    #expect(Self.fault(nested(1000)) == "none")
    #expect(Self.fault(nested(1001)) == "nesting 1:\(1000 * opening.utf8.count + 1)")
  }

  @Test func `a text without a document has no root`() throws {
    for yaml in ["", "# nothing\n", "\n\n"] {
      #expect(try Self.build(yaml).root == nil, "\(yaml)")
    }
  }
}
