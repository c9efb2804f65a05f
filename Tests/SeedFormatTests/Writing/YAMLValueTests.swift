import IdentityModel
import Testing

@testable import SeedFormat

@Suite struct YAMLValueTests {
  private func pair(_ key: String, _ value: YAMLValue) -> YAMLValue.Pair {
    YAMLValue.Pair(key: key, value: value)
  }

  @Test func `each shape has its lines`() {
    let value = YAMLValue.block([
      pair("nothing", .nothing),
      pair("text", .text("a: b")),
      pair("flag", .flag(false)),
      pair("list", .list(["a", "b, c"])),
      pair("lines", .items([.text("a"), .text("- b")])),
      pair("inline", .inline([pair("k", .text("http://h")), pair("l", .list(["a"]))])),
      pair("none", .block([])),
      pair("block", .block([pair("k", .block([pair("l", .text("v"))]))])),
    ])
    #expect(
      pair("all", value).source(depth: 0) == """
        all:
          nothing:
          text: "a: b"
          flag: false
          list: [a, "b, c"]
          lines:
            - a
            - "- b"
          inline: {k: "http://h", l: [a]}
          none: {}
          block:
            k:
              l: v

        """
    )
  }

  @Test func `a key that is too long to look ahead for is marked`() throws {
    let key = String(repeating: "\u{200B}", count: 255)
    let source = pair("users", .block([pair(key, .block([pair("email", .text("a"))]))]))
      .source(depth: 0)
    #expect(source.contains("\n  ? \"\\u200B"))
    let reading = Seed.load("roles: [admin]\n" + source, file: "x", directory: "/")
    #expect(reading.diagnostics.filter { $0.severity == .error } == [])
    #expect(reading.desired?.users.map(\.name.text) == [key])
    #expect(reading.desired?.users.map(\.email) == ["a"])
  }
}
