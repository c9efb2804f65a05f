/// What of a page of Markdown is not code, read as CommonMark reads it: the text that may be a table, a
/// tag, a link or a mention.
struct MarkdownProse {
  /// The lines, each without its code.
  let lines: [String]

  init(_ page: String) {
    var lines: [String] = []
    var fence: Int?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      let run = line.prefix { $0 == "`" }.count
      if let open = fence {
        // A fence ends with as many backticks at least, and nothing behind them.
        if run >= open, line.drop(while: { $0 == "`" }).allSatisfy({ $0 == " " }) { fence = nil }
      } else if run >= 3, !line.drop(while: { $0 == "`" }).contains("`") {
        fence = run
      } else {
        lines.append(Self.withoutSpans(String(line)))
      }
    }
    // A fence that is left open makes code of all that follows it.
    self.lines = fence == nil ? lines : lines + ["(unclosed)"]
  }

  var text: String { lines.joined(separator: "\n") }

  /// A span begins with backticks and ends with as many; without an end they are text.
  private static func withoutSpans(_ line: String) -> String {
    var (result, rest) = ("", Substring(line))
    while let start = rest.firstIndex(of: "`") {
      result += rest[..<start]
      let open = rest[start...].prefix { $0 == "`" }
      let body = rest[open.endIndex...]
      guard let end = closing(of: open.count, in: body) else {
        result += open
        rest = body
        continue
      }
      result += "<code>"
      rest = body[end...]
    }
    return result + rest
  }

  private static func closing(of count: Int, in text: Substring) -> String.Index? {
    var index = text.startIndex
    while let start = text[index...].firstIndex(of: "`") {
      let run = text[start...].prefix { $0 == "`" }
      if run.count == count { return run.endIndex }
      index = run.endIndex
    }
    return nil
  }
}
