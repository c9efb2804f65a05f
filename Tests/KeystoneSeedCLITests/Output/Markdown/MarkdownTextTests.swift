import Testing

@testable import KeystoneSeedCLI

@Suite struct MarkdownTextTests {
  @Test(arguments: [
    ("nova", "`nova`"),
    ("", "(none)"),
    ("a`b", "``a`b``"),
    ("a``b`", "``` a``b` ```"),
    ("`", "`` ` ``"),
    (" a ", "`  a  `"),
    ("a\nb\u{1B}", "`a\\nb\\x1b`"),
    ("<b>|</b>", "`<b>|</b>`"),
  ])
  func `a text within a line is code`(text: String, code: String) {
    #expect(MarkdownText.code(text) == code)
    #expect(["<code>", "(none)"].contains(MarkdownProse(code).text))
  }

  @Test func `a block has more backticks around it than in it`() {
    let block = MarkdownText.block(["a", "````", "</details>"], language: "diff")
    #expect(block == "`````diff\na\n````\n</details>\n`````")
    #expect(MarkdownProse(block).lines.isEmpty)
    #expect(MarkdownText.block(["a"]) == "```\na\n```")
  }

  @Test func `what is folded is Markdown inside`() {
    #expect(
      MarkdownText.folded("All", "body")
        == "<details>\n<summary>All</summary>\n\nbody\n\n</details>"
    )
  }

  @Test func `numbers stand on the right of a table`() {
    #expect(
      MarkdownText.table(["Kind", "n"], [["roles", "1"]])
        == "| Kind | n |\n| --- | ---: |\n| roles | 1 |"
    )
  }
}
