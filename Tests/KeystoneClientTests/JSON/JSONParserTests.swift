import Testing

@testable import KeystoneClient

@Suite struct JSONParserTests {
  static let values: [(String, JSONValue)] = [
    ("null", .null),
    (" true\n", .bool(true)),
    ("\tfalse\r", .bool(false)),
    // Numbers stay as they are written.
    ("10", .number("10")),
    ("-0", .number("-0")),
    ("1.50", .number("1.50")),
    ("1E+999", .number("1E+999")),
    ("123456789012345678901234567890", .number("123456789012345678901234567890")),
    // Texts.
    ("\"\"", .string("")),
    ("\"a/b\"", .string("a/b")),
    (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{C}\n\r\t")),
    (#""J\u00fcrgen-\u6771\u4EAC""#, .string("Jürgen-東京")),
    (#""\ud83d\ude80 \u0000""#, .string("🚀 \0")),
    ("\"Zürich-東京-🚀\"", .string("Zürich-東京-🚀")),
    // Structures.
    ("[]", .array([])),
    ("[1, [2] ,\n{}]", .array([.number("1"), .array([.number("2")]), .object([:])])),
    (#"{ "a" : {"b":null} , "c":[] }"#, .object(["a": .object(["b": .null]), "c": .array([])])),
    (#"{"a":1,"a":2}"#, .object(["a": .number("2")])),
    ("\u{FEFF}{}", .object([:])),
  ]

  @Test(arguments: values)
  func reads(_ text: String, as value: JSONValue) throws {
    #expect(try JSONParser.parse(Array(text.utf8)).value == value)
  }

  /// Every beginning of a document is cut off, and none is anything else.
  @Test func tellsACutOffDocumentFromAnythingElse() {
    let document = #"{"users":[{"id":"é\u00e9\ud83d\ude80\n","x":[true,false,null,-1.5e3,{}]}]}"#
    let bytes = Array(document.utf8)
    for length in 0..<bytes.count {
      #expect(throws: JSONFault.truncated) { try JSONParser.parse(Array(bytes[..<length])) }
    }
    #expect(throws: Never.self) { try JSONParser.parse(bytes) }
  }

  static let garbage: [(String, Int)] = [
    ("<html>", 0), ("}", 0), ("{]", 1), ("[1 2]", 3), ("[1,]", 3), (#"{"a"}"#, 4),
    (#"{"a":1,}"#, 7), ("{1:2}", 1), ("nul1", 3), ("True", 0), ("NaN", 0), ("Infinity", 0),
    ("01", 1), ("+1", 0), ("1.x", 2), (".5", 0), ("-a", 1), ("1ex", 2), ("{} {}", 3),
    ("{}\0", 2), (#""\x""#, 3), (#""\u12G4""#, 5), (#""\ud800x""#, 7), (#""\ud800\u0041""#, 13),
    (#""\ude00""#, 7), ("\"a\nb\"", 2), ("'a'", 0), ("// c\n1", 0),
  ]

  @Test(arguments: garbage)
  func refuses(_ text: String, atByte offset: Int) {
    let fault = #expect(throws: JSONFault.self) { try JSONParser.parse(Array(text.utf8)) }
    guard case .invalid(_, let place)? = fault else {
      Issue.record("\(text) is \(String(describing: fault))")
      return
    }
    #expect(place == offset)
  }

  @Test(arguments: [[0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]])
  func refusesTextsThatAreNotUTF8(_ bytes: [UInt8]) {
    #expect(throws: JSONFault.invalid("a text that is not UTF-8", offset: bytes.count - 1)) {
      try JSONParser.parse(bytes)
    }
  }

  @Test func refusesWhatIsNestedTooDeeply() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    _ = try JSONParser.parse(nested(100))
    #expect(throws: JSONFault.invalid("nested too deeply", offset: 129)) {
      try JSONParser.parse(nested(100_000))
    }
  }

  /// Whatever comes is a value or a fault: no byte of any document may end the process.
  @Test func survivesEveryChangeOfOneByte() {
    let bytes = Array(#"{"a":["\u00e9\n",-1.5e3,true,null],"b":{"c":"é"}}"#.utf8)
    var values = 0
    for index in bytes.indices {
      for byte in UInt8.min...UInt8.max {
        var changed = bytes
        changed[index] = byte
        if (try? JSONParser.parse(changed)) != nil { values += 1 }
      }
    }
    #expect(values > bytes.count && values < bytes.count * 256)
  }
}
