/// Texts within Markdown, as forges show it (GitHub Flavored Markdown, CommonMark below it).
///
/// What a cloud or a seed holds may be Markdown or HTML itself, so it stands in code alone: there
/// nothing is a table, a tag, a link or a mention.
enum MarkdownText {
  /// The text within a line, as code: between more backticks than it holds in a row (CommonMark 6.1).
  static func code(_ text: String) -> String {
    let text = TerminalText.harmless(text)
    guard !text.isEmpty else { return "(none)" }
    let fence = String(repeating: "`", count: longestRun(in: [text]) + 1)
    // One space at both ends is taken away again; a backtick there would lengthen the fence.
    let edges = [text.first, text.last]
    let padding = edges.contains("`") || edges.contains(" ") ? " " : ""
    return fence + padding + text + padding + fence
  }

  /// Lines as a block of code, between more backticks than any of them holds in a row.
  static func block(_ lines: [String], language: String = "") -> String {
    let fence = String(repeating: "`", count: max(3, longestRun(in: lines) + 1))
    return "\(fence)\(language)\n" + lines.map { TerminalText.harmless($0) + "\n" }.joined() + fence
  }

  /// A part of the page that is folded until somebody opens it; the title is no text of others.
  static func folded(_ title: String, _ body: String) -> String {
    // The empty lines end the HTML, so that the body is Markdown again (CommonMark 4.6).
    "<details>\n<summary>\(title)</summary>\n\n\(body)\n\n</details>"
  }

  /// A table of words that hold no text of others; numbers stand on the right.
  static func table(_ header: [String], _ rows: [[String]]) -> String {
    let rule = header.indices.map { $0 == 0 ? "---" : "---:" }
    return ([header, rule] + rows).map { "| \($0.joined(separator: " | ")) |" }
      .joined(separator: "\n")
  }

  /// How many backticks stand in a row at most.
  private static func longestRun(in texts: [String]) -> Int {
    var (longest, run) = (0, 0)
    for text in texts {
      for byte in text.utf8 {
        run = byte == UInt8(ascii: "`") ? run + 1 : 0
        longest = max(longest, run)
      }
      run = 0
    }
    return longest
  }
}
