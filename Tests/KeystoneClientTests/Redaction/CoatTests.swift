import Testing

@testable import KeystoneClient

@Suite struct CoatTests {
  static let texts: [(coat: Coat, text: String, meaning: String, length: Int)] = [
    (.percent, "%2Fx", "/", 3),
    (.percent, "%2fx", "/", 3),
    (.percent, "%u00e9x", "é", 6),
    (.backslash, #"\/x"#, "/", 2),
    (.backslash, #"\"x"#, "\"", 2),
    (.backslash, #"\nx"#, "\n", 2),
    (.backslash, #"\u00e9x"#, "é", 6),
    (.backslash, #"\u00E9x"#, "é", 6),
    (.backslash, #"\ud83d\ude80x"#, "🚀", 12),
    (.backslash, #"\ud83dx"#, "\u{FFFD}", 6),
    (.backslash, #"\U0001f680x"#, "🚀", 10),
    (.backslash, #"\x2fx"#, "/", 4),
    (.backslash, #"\057x"#, "/", 4),
    (.backslash, #"\uzzzz"#, "u", 2),
    (.markup, "&amp;x", "&", 5),
    (.markup, "&eacute;x", "é", 8),
    (.markup, "&#43;x", "+", 5),
    (.markup, "&#x2B;x", "+", 6),
    (.markup, "&#43x", "+", 4),
    (.lines, "\r\n  x", "", 4),
  ]

  @Test(arguments: texts)
  func standsFor(_ test: (coat: Coat, text: String, meaning: String, length: Int)) throws {
    let meaning = try #require(test.coat.meaning(of: Array(test.text.utf8)[...]))
    #expect(String(decoding: meaning.bytes, as: UTF8.self) == test.meaning)
    #expect(meaning.length == test.length)
  }

  @Test(arguments: [
    (Coat.percent, "%"), (.percent, "%2"), (.percent, "%zz"), (.percent, "%(tenant_id)s"),
    (.backslash, "\\"), (.markup, "&"), (.markup, "&x=1"), (.markup, "&nothing;"), (.markup, "&#;"),
  ])
  func signStandsForItself(coat: Coat, text: String) {
    #expect(coat.meaning(of: Array(text.utf8)[...]) == nil)
  }
}
