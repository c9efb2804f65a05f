import Testing

@testable import KeystoneClient
@testable import KeystoneSeedCLI

@Suite struct PythonTextTests {
  /// JSON, and what a cell shows of it: `str`, or nothing for a null.
  static let cells: [(json: String, text: String)] = [
    ("null", ""),
    ("true", "True"),
    ("false", "False"),
    (#""a\nb""#, "a\nb"),
    ("1.50", "1.5"),
    ("[]", "[]"),
    ("{}", "{}"),
    (
      #"["a", "\u00fc", 1, null, true, 1.5, 12345678901234567890]"#,
      #"[u'a', u'\xfc', 1, None, True, 1.5, 12345678901234567890L]"#
    ),
    (
      #"["it's", "\"", "'\"", "\\", "\t\n\r\u0000\u001b\u007f\u0080\u0100\u4e2d\ud83d\ude00"]"#,
      #"[u"it's", u'"', u'\'"', u'\\', u'\t\n\r\x00\x1b\x7f\x80\u0100\u4e2d\U0001f600']"#
    ),
    (
      #"{"a": 1, "i": 2}"#,
      #"{u'a': 1, u'i': 2}"#
    ),
    (
      #"{"i": 2, "a": 1}"#,
      #"{u'i': 2, u'a': 1}"#
    ),
    (
      #"{"\u00e9": {"z": [], "y": {}}, "e\u0301": null}"#,
      #"{u'\xe9': {u'y': {}, u'z': []}, u'e\u0301': None}"#
    ),
    (
      #"{"a": 1, "b": 2, "a": 3}"#,
      #"{u'a': 3, u'b': 2}"#
    ),
    (
      #"[0.6666666666666666, 1e16]"#,
      #"[0.6666666666666666, 1e+16]"#
    ),
    (
      #"{"home": "x", "work": "y", "other": "z", "first": 1, "last": 2, "middle": 3}"#,
      #"{u'last': 2, u'work': u'y', u'middle': 3, u'other': u'z', u'home': u'x', u'first': 1}"#
    ),
    (
      #"{"w": 0, "kkk": 1, "sss": 2, "lll": 3}"#,
      #"{u'w': 0, u'kkk': 1, u'sss': 2, u'lll': 3}"#
    ),
  ]

  @Test(arguments: cells)
  func cellShowsWhatPythonWrites(json: String, text: String) throws {
    #expect(PythonText.cell(try JSONParser.parse(Array(json.utf8)).value) == text)
  }
}
