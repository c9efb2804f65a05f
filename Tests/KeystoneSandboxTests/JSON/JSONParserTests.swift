import Testing

@testable import KeystoneSandbox

@Suite struct JSONParserTests {
  private static let cases: [(String, JSONValue)] = [
    ("null", JSONValue.null), (" true\n", true), ("false", false), ("\"\"", ""), ("[]", []),
    ("{}", [:]), ("[1, -2.5e+3,0]", [.number("1"), .number("-2.5e+3"), .number("0")]),
    ("{\"a\": {\"b\": [null]}, \"a\": 1}", ["a": .number("1")]),
    ("NaN", .number("NaN")), ("-Infinity", .number("-Infinity")),
    ("[Infinity]", [.number("Infinity")]),
    (#""\u00e9\ud83d\ude80\n\/\"\\""#, "é🚀\n/\"\\"),
    (#""\ud83dx""#, "\u{FFFD}x"), (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\ude80""#, "\u{FFFD}"),
    ("\"\u{7F}é\"", "\u{7F}é"),
  ]

  @Test(arguments: cases)
  func readsWhatPythonReads(text: String, value: JSONValue) throws {
    #expect(try JSONParser.parse(Array(text.utf8)) == value)
  }

  @Test(arguments: [
    "", " ", "nul", "truefalse", "{", "[", "[1", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\": 1,}",
    "{a: 1}", "{'a': 1}", "01", "-", "1.", ".5", "1e", "+1", "\"", "\"\n\"", #""\x""#, #""\u12""#,
    #""\u12g4""#, "1 2", "\u{FEFF}{}", "-NaN", "[1}", "\u{B}1",
  ])
  func refusesWhatPythonRefuses(text: String) {
    #expect(throws: JSONParser.Malformed.self) { try JSONParser.parse(Array(text.utf8)) }
  }

  @Test func refusesBytesThatAreNotUTF8() {
    #expect(throws: JSONParser.Malformed.self) { try JSONParser.parse([0x22, 0xFF, 0x22]) }
  }

  @Test func nestingHasABottom() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    _ = try JSONParser.parse(nested(200))
    #expect(throws: JSONParser.Malformed.self) { try JSONParser.parse(nested(100_000)) }
  }
}
