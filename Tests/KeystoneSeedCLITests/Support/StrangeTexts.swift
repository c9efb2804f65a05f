/// What years of scripts and people leave of names, texts and URLs, the same for the same number.
struct StrangeTexts {
  private var generator: SplitMix

  private static let pieces = [
    "a", "Nova", "nova", "heat", "é", "e\u{301}", "日本", "😀", "0", "1e3", " ", "\t", "\n", "'",
    "\"", "\\", "#", ": ", "- ", "${", "$${", "}", "$(x)s", "%", "[", "{", ",", "&", "*", "!", "|",
    "\u{85}", "\u{2028}", "\u{202E}", "\u{200B}", "\u{FEFF}", "\u{0}", "null", "true", "~", "<<",
    "_member_", "admin", "public", String(repeating: "x", count: 70),
  ]
  static let urls = [
    "http://a:8774/v2/$(tenant_id)s", "http://a:8774/v2/%(tenant_id)s", "http://a:9292",
    "http://b:9292", "http://b/image", "https://[fd00::1]:35357/v2.0", "http://a", "ws://a:1/",
    "http://$(public_bind_host)s:$(public_port)s/", "http://a:1/${x}", "http://a//b?c#d", "/v2",
    ":80", "", "not a url", "http://a/100%", "http://me:secret@a/", "http://a/\\$(tenant_id\\)s",
    "http://a/é", "http://a:1/ ", "HTTP://a:1/", "http://a:1/$(tenant_id)",
  ]

  init(_ number: Int) { generator = SplitMix(state: UInt64(number)) }

  mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &generator) < percent
  }

  mutating func pick<Item>(_ items: [Item]) -> Item {
    items[Int.random(in: items.indices, using: &generator)]
  }

  mutating func name() -> String {
    chance(60)
      ? pick(["nova", "Nova", "glance", "heat", "ann", "caf\u{E9}", "cafe\u{301}", "os"])
      : text()
  }

  mutating func text() -> String {
    (0..<pick([0, 1, 1, 2, 3, 4])).map { _ in pick(Self.pieces) }.joined()
  }
}

/// The same numbers for the same state on every machine (SplitMix64).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
