import Testing

@testable import KeystoneSandbox

@Suite struct JSONWriterTests {
  private static let cases: [(JSONValue, String)] = [
    (JSONValue.null, "null"), (true, "true"), (.number("1.50"), "1.50"), ([], "[]"), ([:], "{}"),
    (["a": [.number("1"), "x"], "b": nil], #"{"a": [1, "x"], "b": null}"#),
    ("a\"\\\n\r\t\u{8}\u{C}/", #""a\"\\\n\r\t\b\f/""#),
    ("\u{1}\u{7F}é東🚀", #""\u0001\u007f\u00e9\u6771\ud83d\ude80""#),
  ]

  @Test(arguments: cases)
  func writesAsPythonDoes(value: JSONValue, text: String) {
    #expect(JSONWriter.text(of: value) == text)
  }

  @Test func whatIsWrittenReadsBack() throws {
    let object: JSONObject = [
      "name": "Zürich \u{1F680} \"x\"", "n": .number("0"), "l": [["a": []]],
    ]
    #expect(try JSONParser.parse(JSONWriter.bytes(of: object)) == .object(object))
  }
}
