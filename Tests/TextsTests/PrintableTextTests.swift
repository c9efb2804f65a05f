import Testing
import Texts

@Suite struct PrintableTextTests {
  /// One character of each sort, and how each place writes it.
  static let characters: [(character: Unicode.Scalar, spelled: [PrintableText.Place: String])] = [
    ("a", [:]),
    ("\u{E9}", [:]),
    ("\u{301}", [:]),
    ("東", [:]),
    ("🙂", [:]),
    (
      "\n",
      [
        .terminal: #"\n"#, .json: #"\u000a"#, .message: "\u{FFFD}", .seed: #"\n"#,
        .cloudsFile: #"\x0a"#,
      ]
    ),
    (
      "\t",
      [
        .terminal: #"\t"#, .json: #"\u0009"#, .message: "\u{FFFD}", .seed: #"\t"#,
        .cloudsFile: #"\x09"#,
      ]
    ),
    (
      "\r",
      [
        .terminal: #"\r"#, .json: #"\u000d"#, .message: "\u{FFFD}", .seed: #"\r"#,
        .cloudsFile: #"\x0d"#,
      ]
    ),
    (
      "\u{1B}",
      [
        .terminal: #"\x1b"#, .json: #"\u001b"#, .message: "\u{FFFD}", .seed: #"\x1B"#,
        .cloudsFile: #"\x1b"#,
      ]
    ),
    (
      "\u{9B}",
      [
        .terminal: #"\x9b"#, .json: #"\u009b"#, .message: "\u{FFFD}", .seed: #"\x9B"#,
        .cloudsFile: #"\x9b"#,
      ]
    ),
    (
      "\u{2028}",
      [
        .terminal: #"\u{2028}"#, .json: #"\u2028"#, .message: "\u{FFFD}", .seed: #"\u2028"#,
        .cloudsFile: #"\u2028"#,
      ]
    ),
    (
      "\u{FEFF}",
      [
        .terminal: #"\u{feff}"#, .json: #"\ufeff"#, .message: "\u{FFFD}", .seed: #"\uFEFF"#,
        .cloudsFile: #"\ufeff"#,
      ]
    ),
    // Other programs read clouds.yaml, which no override turns around.
    (
      "\u{202E}",
      [
        .terminal: #"\u{202e}"#, .json: #"\u202e"#, .message: "\u{FFFD}", .seed: #"\u202E"#,
      ]
    ),
    (
      "\u{E0041}",
      [
        .terminal: #"\u{e0041}"#, .json: #"\udb40\udc41"#, .message: "\u{FFFD}",
        .seed: #"\U000E0041"#,
      ]
    ),
    // What has no glyph steers nothing.
    ("\u{E000}", [.terminal: #"\u{e000}"#, .json: #"\ue000"#]),
    ("\u{378}", [.terminal: #"\u{0378}"#, .json: #"\u0378"#]),
    (
      "\u{FFFE}",
      [
        .terminal: #"\u{fffe}"#, .json: #"\ufffe"#, .seed: #"\uFFFE"#, .cloudsFile: #"\ufffe"#,
      ]
    ),
    ("\u{1FFFE}", [.terminal: #"\u{1fffe}"#, .json: #"\ud83f\udffe"#]),
  ]

  @Test(arguments: characters)
  func `each place has its own characters`(
    character: Unicode.Scalar,
    spelled: [PrintableText.Place: String]
  ) {
    for place in PrintableText.Place.allCases {
      let text = spelled[place] ?? String(character)
      #expect(PrintableText.isShown(character, in: place) == (spelled[place] == nil), "\(place)")
      let shown = PrintableText.spelled("<\(character)>", in: place)
      #expect(shown.utf8.elementsEqual("<\(text)>".utf8), "\(place) \(shown)")
      let quoted = PrintableText.quoted("\(character)", in: place)
      #expect(quoted.utf8.elementsEqual("\"\(text)\"".utf8), "\(place) \(quoted)")
    }
  }

  @Test(arguments: [
    ("", #""""#), ("a: b # c", #""a: b # c""#), ("\"\\", #""\"\\""#), ("a\nb\t", #""a\x0ab\x09""#),
    ("é🔑", #""é🔑""#), ("\u{85}\u{2028}\u{FEFF}", #""\x85\u2028\ufeff""#),
    ("\u{10FFFF}", "\"\u{10FFFF}\""), ("\r\n", #""\x0d\x0a""#),
  ])
  func `a text of clouds.yaml is one line between double quotes`(text: String, quoted: String) {
    #expect(PrintableText.quoted(text, in: .cloudsFile) == quoted)
  }

  @Test func `a message is cut at a number of characters`() {
    #expect(PrintableText.message("abcdef", limit: 3) == "abc…")
    #expect(PrintableText.message("abc", limit: 3) == "abc")
    #expect(PrintableText.message("\u{1B}\u{1B}", limit: 1) == "\u{FFFD}…")
  }

  @Test func `a control character is one, and what shows nothing is hidden`() {
    let controls = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
      .filter { scalar in
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
      }
    #expect(controls.allSatisfy { $0.isControl })
    #expect(controls.count == 67)
    let others: [Unicode.Scalar] = ["a", " ", "\u{A0}", "\u{202E}"]
    #expect(!others.contains { $0.isControl })
    let hidden: [Unicode.Scalar] = ["\u{202E}", "\u{200B}", "\u{FEFF}", "\u{AD}"]
    #expect(hidden.allSatisfy { $0.isHidden })
    #expect(!(["a", "\u{200C}", "\u{200D}"] as [Unicode.Scalar]).contains { $0.isHidden })
    #expect(("\u{1B}" as Unicode.Scalar).notation == "U+001B")
    #expect(("\u{1F600}" as Unicode.Scalar).notation == "U+1F600")
  }
}
