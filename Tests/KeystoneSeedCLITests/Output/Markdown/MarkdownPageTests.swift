import Testing

@testable import KeystoneSeedCLI

@Suite struct MarkdownPageTests {
  @Test func `parts stand apart, and empty ones not at all`() {
    var page = MarkdownPage()
    page.add("a")
    page.add("")
    page.addList("**L:**", [], within: 100)
    page.addFolded("F", [], of: "thing")
    page.addList("**L:**", ["x", "`"], within: 100)
    page.addFolded("F", [["+ a", "    b"]], of: "thing")
    #expect(
      page.text == """
        a

        **L:**

        - `x`
        - `` ` ``

        <details>
        <summary>F</summary>

        ```diff
        + a
            b
        ```

        </details>

        """
    )
  }

  @Test func `a list that is too long says each text in short`() {
    var page = MarkdownPage()
    let items = (0..<100).map { "\($0) " + String(repeating: "x", count: 300) + " end\($0)" }
    page.addList("**L:**", items, within: 9_000)
    #expect(page.text.utf16.count < 9_000)
    for index in 0..<100 {
      #expect(page.text.contains("- `\(index) xxx"))
      #expect(page.text.contains("xxx end\(index)`\n"))
    }
    #expect(page.text.contains("…"))
  }

  @Test func `a list that is too long even so is counted`() {
    var page = MarkdownPage()
    page.addList("**L:**", (0..<1_000).map { "name \($0)" }, within: 500)
    #expect(page.text.utf16.count < 600)
    #expect(page.text.contains("- `name 0`\n"))
    let shown = page.text.split(separator: "\n").count { $0.hasPrefix("- `") }
    #expect(page.text.hasSuffix("- and \(1_000 - shown) more\n"))
  }

  @Test(arguments: ["x", "`", "😀", "e\u{301}"])
  func `no page is longer than a forge takes`(letter: String) {
    var page = MarkdownPage()
    let text = String(repeating: letter, count: 700)
    page.addList("**L:**", Array(repeating: text, count: 90), within: 30_000)
    page.addFolded("F", Array(repeating: [text, text], count: 900), of: "thing")
    page.addFolded("G", Array(repeating: [text], count: 9_000), of: "thing")
    #expect(page.text.utf16.count <= MarkdownPage.limit)
    #expect(page.text.contains(" more things\n"))
    #expect(!MarkdownProse(page.text).text.contains(letter + letter))
  }
}
