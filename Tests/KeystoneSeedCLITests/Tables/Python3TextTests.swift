import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

@Suite struct Python3TextTests {
  static let values: [(JSONValue, text: String, representation: String)] = [
    (.null, "None", "None"), (.bool(true), "True", "True"), (.bool(false), "False", "False"),
    (.number("-0"), "0", "0"),
    (.number("18446744073709551616"), "18446744073709551616", "18446744073709551616"),
    (.number("1e16"), "1e+16", "1e+16"),
    (.number("0.66666666666666663"), "0.6666666666666666", "0.6666666666666666"),
    (.number("-0.0"), "-0.0", "-0.0"), (.number("1e999"), "inf", "inf"),
    (.string("a'b"), "a'b", #""a'b""#), (.string("\"'"), "\"'", #"'"\''"#),
    (.string("a\\b\n\r\t"), "a\\b\n\r\t", #"'a\\b\n\r\t'"#),
    (
      .string("ü\u{200B}\u{A0}\u{1F600}\u{7F}"), "ü\u{200B}\u{A0}\u{1F600}\u{7F}",
      "'ü\\u200b\\xa0\u{1F600}\\x7f'"
    ),
    (.array([.string("a"), .null]), "['a', None]", "['a', None]"),
    (.object(["b": .number("1"), "a": .array([])]), "{'b': 1, 'a': []}", "{'b': 1, 'a': []}"),
  ]

  @Test(arguments: values)
  func isWhatPythonWrites(_ value: JSONValue, text: String, representation: String) {
    #expect(Python3Text.text(of: value) == text)
    #expect(Python3Text.representation(of: value) == representation)
  }

  static let documents: [(JSONValue, String)] = [
    (.array([]), "[]"), (.object([:]), "{}"), (.number("1e999"), "Infinity"),
    (.number("-1e999"), "-Infinity"), (.number("1e16"), "1e+16"),
    (.string("\"\\\n\r\t\u{8}\u{C}\u{7F}ü\u{1F600}"), #""\"\\\n\r\t\b\f\u007f\u00fc\ud83d\ude00""#),
    (
      .array([.object(["b": .bool(true), "a": .array([.null])])]),
      """
      [
        {
          "b": true,
          "a": [
            null
          ]
        }
      ]
      """
    ),
  ]

  @Test(arguments: documents)
  func isTheDocumentThatPythonWrites(_ value: JSONValue, document: String) {
    #expect(Python3Text.json(of: value) == document)
  }
}
