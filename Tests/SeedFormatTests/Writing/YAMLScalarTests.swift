import IdentityModel
import Testing

@testable import SeedFormat

@Suite struct YAMLScalarTests {
  @Test(arguments: [
    "admin", "Cloud administration", "OpenStack EC2 service", "_member_", "/v2.0", "a.b@c-d",
    "http://203.0.113.10", "http://h:8774/v2/$(tenant_id)s", "http://h/%(tenant_id)s",
  ])
  func `what can be taken for nothing else is plain`(text: String) {
    #expect(YAMLScalar.source(of: text, as: .value) == text)
  }

  @Test(arguments: [
    ("", #""""#),
    ("true", #""true""#),
    ("No", #""No""#),
    ("null", #""null""#),
    ("~", #""~""#),
    ("007", #""007""#),
    ("1e3", #""1e3""#),
    (".5", #"".5""#),
    ("-x", #""-x""#),
    ("- x", #""- x""#),
    ("a: b", #""a: b""#),
    ("a:", #""a:""#),
    (":5000/v2.0", #"":5000/v2.0""#),
    ("a #b", #""a #b""#),
    ("a, b", #""a, b""#),
    ("[a]", #""[a]""#),
    ("{a}", #""{a}""#),
    ("*a", #""*a""#),
    ("&a", #""&a""#),
    ("!a", #""!a""#),
    ("%a", #""%a""#),
    ("<<", #""<<""#),
    (" a", #"" a""#),
    ("a ", #""a ""#),
    ("o'b", #""o'b""#),
    (#"say "hi""#, #""say \"hi\"""#),
    (#"a\b"#, #""a\\b""#),
    ("a\nb\r\n\tc", #""a\nb\r\n\tc""#),
    ("\u{0}\u{1B}\u{7F}\u{85}", #""\x00\x1B\x7F\x85""#),
    ("\u{200B}\u{2028}\u{202E}\u{FEFF}\u{FFFE}", #""\u200B\u2028\u202E\uFEFF\uFFFE""#),
    ("\u{E0001}", #""\U000E0001""#),
    ("e\u{301}", "\"e\u{301}\""),
    ("日本 😀", #""日本 😀""#),
  ])
  func `everything else is in double quotes`(text: String, source: String) {
    #expect(YAMLScalar.source(of: text, as: .value).utf8.elementsEqual(source.utf8))
  }

  @Test func `a colon has a meaning within brackets`() {
    #expect(YAMLScalar.source(of: "http://h", as: .enclosed) == #""http://h""#)
  }

  @Test func `a comment holds no line end and nothing that is not shown`() {
    #expect(YAMLScalar.escaped("a \"b\"\n# c\u{85}\u{202E}") == #"a "b"\n# c\x85\u202E"#)
  }

  /// Every character that YAML, a shell or a terminal gives a meaning, alone and between others.
  static let texts: [String] = {
    var texts = [
      "", " ", "  a  b  ", "\n", "a\n", "\na", "a\n\n  b\n", "\r\n", "a\rb", "\t", "\ta",
    ]
    texts += (0x00...0x2FF).compactMap(Unicode.Scalar.init).flatMap { scalar in
      ["\(scalar)", "a\(scalar)b", "a\(scalar) b", "a \(scalar)b", "\(scalar)\(scalar)"]
    }
    texts += ["\u{2028}", "\u{2029}", "\u{D7FF}", "\u{E000}", "\u{FEFF}", "\u{FFFD}", "\u{FFFE}"]
    texts += [
      "\u{FFFF}", "\u{FEFF}a", "\u{FEFF}\u{FEFF}a\u{FEFF}", "\u{10000}", "\u{1F600}", "\u{10FFFF}",
      "e\u{301}", "\u{301}", "👩‍👩‍👧",
    ]
    texts += ["yes", "NO", "on", "Off", "NULL", "~", "0x1F", "0o7", "1_000", "1:30", "2014-01-01"]
    texts += [
      ".inf", ".NaN", "---", "--- a", "...", "<<", "=", "? a", "key: value", "a #b", "$(x)s",
    ]
    return texts
  }()

  @Test func `every text reads as itself, as a value, an item and a key`() throws {
    for text in Self.texts {
      let value = YAMLScalar.source(of: text, as: .value)
      let enclosed = YAMLScalar.source(of: text, as: .enclosed)
      let found = try [
        "value: \(value)\nlist: [\(enclosed), \(enclosed)]\nmap: {\(enclosed): \(enclosed)}\n",
        "value:\n  - \(value)\nlist:\n  \(enclosed): \(value)\n",
      ].flatMap { try texts(in: $0) }
      #expect(found.count == 8, "\(value)")
      #expect(found.allSatisfy { $0.utf8.elementsEqual(text.utf8) }, "\(value)")
    }
  }

  /// Every scalar of a mapping of scalars, lists and mappings, but for the outer keys.
  private func texts(in yaml: String) throws -> [String] {
    var diagnostics = DiagnosticCollector(file: "x")
    let document = try #require(
      YAMLComposer.compose(Array(yaml.utf8)[...], into: &diagnostics),
      "\(yaml)"
    )
    var reader = NodeReader(document: document, byteCount: 99_999, diagnostics: diagnostics)
    let pairs = reader.pairs(of: try #require(document.root), as: "") ?? .empty
    return pairs.flatMap { pair in
      switch reader.noun(of: pair.value) {
      case "a list":
        return (reader.items(of: pair.value, as: "") ?? []).compactMap {
          reader.text(of: $0, as: "")?.value
        }
      case "a mapping":
        return (reader.pairs(of: pair.value, as: "") ?? .empty).flatMap { inner in
          [inner.key.value, reader.text(of: inner.value, as: "")?.value].compactMap(\.self)
        }
      default:
        return [reader.text(of: pair.value, as: "")?.value].compactMap(\.self)
      }
    }
  }
}
